/** How Kubernetes writes names, shares and ranges of addresses. */
@NullMarked
package dev.slipway.gitops.validation.syntax;

import org.jspecify.annotations.NullMarked;
