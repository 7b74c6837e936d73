/** What the API server refuses of Services, Ingresses and NetworkPolicies. */
@NullMarked
package dev.slipway.gitops.validation.refusal.network;

import org.jspecify.annotations.NullMarked;
