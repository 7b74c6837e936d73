/** References between objects, and those that lead nowhere. */
@NullMarked
package dev.slipway.gitops.validation.reference;

import org.jspecify.annotations.NullMarked;
