/** How manifests are looked into. */
@NullMarked
package dev.slipway.gitops.manifest;

import org.jspecify.annotations.NullMarked;
