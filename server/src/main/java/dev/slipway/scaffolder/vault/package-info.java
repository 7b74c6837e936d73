/** Encrypts the secrets of open runs. */
@NullMarked
package dev.slipway.scaffolder.vault;

import org.jspecify.annotations.NullMarked;
