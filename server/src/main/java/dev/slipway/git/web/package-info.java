/** Repositories and pull requests over REST and on pages. */
@NullMarked
package dev.slipway.git.web;

import org.jspecify.annotations.NullMarked;
