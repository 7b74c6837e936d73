/** Which versions of the API a Kubernetes serves. */
@NullMarked
package dev.slipway.gitops.validation.version;

import org.jspecify.annotations.NullMarked;
