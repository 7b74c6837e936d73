/** What a checkout of a GitOps repository declares, read without a server. */
@NullMarked
package dev.slipway.gitops.checkout;

import org.jspecify.annotations.NullMarked;
