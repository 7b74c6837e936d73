/** How Kubernetes writes names, ports and shares. */
@NullMarked
package dev.slipway.gitops.validation.syntax;

import org.jspecify.annotations.NullMarked;
