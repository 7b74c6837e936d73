/** Pods held against the Pod Security level of their namespace. */
@NullMarked
package dev.slipway.gitops.validation.podsecurity;

import org.jspecify.annotations.NullMarked;
