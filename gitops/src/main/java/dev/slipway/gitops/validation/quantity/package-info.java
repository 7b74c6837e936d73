/** Amounts of resources, as Kubernetes writes them. */
@NullMarked
package dev.slipway.gitops.validation.quantity;

import org.jspecify.annotations.NullMarked;
