/** Objects that were applied to the local cluster, and how their manifests are read. */
@NullMarked
package dev.slipway.delivery.objects;

import org.jspecify.annotations.NullMarked;
