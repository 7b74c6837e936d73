/** The file that a backup is: a ZIP archive within an encrypted stream. */
@NullMarked
package dev.slipway.operations.archive;

import org.jspecify.annotations.NullMarked;
