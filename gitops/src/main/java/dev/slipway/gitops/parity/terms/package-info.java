/** What each term of parity takes from the manifests, with the defaults of Kubernetes filled in. */
@NullMarked
package dev.slipway.gitops.parity.terms;

import org.jspecify.annotations.NullMarked;
