/** Where requests lead, by the Gateways, VirtualServices, ServiceEntries and Services in Git; with Istio's semantics. */
@NullMarked
package dev.slipway.gitops.routes;

import org.jspecify.annotations.NullMarked;
