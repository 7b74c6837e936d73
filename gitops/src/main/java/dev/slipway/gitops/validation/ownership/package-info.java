/** Objects that stand twice. */
@NullMarked
package dev.slipway.gitops.validation.ownership;

import org.jspecify.annotations.NullMarked;
