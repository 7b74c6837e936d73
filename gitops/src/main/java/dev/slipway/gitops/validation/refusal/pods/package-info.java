/** What the API server refuses of pods and of their templates. */
@NullMarked
package dev.slipway.gitops.validation.refusal.pods;

import org.jspecify.annotations.NullMarked;
