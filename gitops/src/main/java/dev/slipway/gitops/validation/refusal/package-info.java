/** What the API server refuses of an object beyond what its schema says. */
@NullMarked
package dev.slipway.gitops.validation.refusal;

import org.jspecify.annotations.NullMarked;
