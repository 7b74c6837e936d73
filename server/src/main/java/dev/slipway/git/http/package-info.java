/** Git's smart HTTP protocol at {@code /git/<organisation>/<repository>.git}: clone, fetch and push with the git command line. */
@NullMarked
package dev.slipway.git.http;

import org.jspecify.annotations.NullMarked;
