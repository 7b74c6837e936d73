/** Which image each container runs, where in Git that is decided, and how it is changed there. */
@NullMarked
package dev.slipway.gitops.images;

import org.jspecify.annotations.NullMarked;
