/** Keeps what took long to make on disk, bounded; whatever is damaged or of another version is as if it had never been there. */
@NullMarked
package dev.slipway.gitops.store;

import org.jspecify.annotations.NullMarked;
