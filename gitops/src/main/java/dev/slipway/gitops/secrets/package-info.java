/** Finds what is secret in objects, and hides it before anything is compared or shown. */
@NullMarked
package dev.slipway.gitops.secrets;

import org.jspecify.annotations.NullMarked;
