/** The built-in Git host: pull requests, statuses, protection and releases in PostgreSQL, commits over smart HTTP. */
@NullMarked
package dev.slipway.git.embedded;

import org.jspecify.annotations.NullMarked;
