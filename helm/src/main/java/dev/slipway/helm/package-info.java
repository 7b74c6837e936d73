/** Renders Helm charts from a tree of files, without a network, a cluster or a process. */
@NullMarked
package dev.slipway.helm;

import org.jspecify.annotations.NullMarked;
