/** Kubernetes' and custom resources' schemas, and what of an object they do not admit. */
@NullMarked
package dev.slipway.gitops.validation.schema;

import org.jspecify.annotations.NullMarked;
