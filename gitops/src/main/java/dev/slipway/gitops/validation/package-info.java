/** Holds what a tree declares against Kubernetes' rules: schemas, references, owners, Pod Security, quotas. */
@NullMarked
package dev.slipway.gitops.validation;

import org.jspecify.annotations.NullMarked;
