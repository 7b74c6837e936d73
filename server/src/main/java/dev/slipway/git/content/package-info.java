/** The content of bare repositories with JGit, which nothing outside this package and the hosting beside it sees. */
@NullMarked
package dev.slipway.git.content;

import org.jspecify.annotations.NullMarked;
