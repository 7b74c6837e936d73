/** Real schemas of Kubernetes and of custom resources, to hold manifests against. */
@NullMarked
package dev.slipway.testkit.schema;

import org.jspecify.annotations.NullMarked;
