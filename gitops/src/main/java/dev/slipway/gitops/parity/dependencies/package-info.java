/** What a service says that it calls, per environment, and what its manifests say about it. */
@NullMarked
package dev.slipway.gitops.parity.dependencies;

import org.jspecify.annotations.NullMarked;
