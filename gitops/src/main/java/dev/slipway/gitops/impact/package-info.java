/** What a change to a GitOps repository does, in every environment, before it is merged. */
@NullMarked
package dev.slipway.gitops.impact;

import org.jspecify.annotations.NullMarked;
