/** Copies of repositories that other servers host. */
@NullMarked
package dev.slipway.git.mirrors;

import org.jspecify.annotations.NullMarked;
