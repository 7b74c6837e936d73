/** What the platform repository says about a preview: Application, namespace, routes. */
@NullMarked
package dev.slipway.previews.manifests;

import org.jspecify.annotations.NullMarked;
