/** What the platform repository says about a service: Applications and routes. */
@NullMarked
package dev.slipway.scaffolder.manifests;

import org.jspecify.annotations.NullMarked;
