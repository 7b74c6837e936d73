/** What the API server refuses of ConfigMaps, Secrets and selectors. */
@NullMarked
package dev.slipway.gitops.validation.refusal.data;

import org.jspecify.annotations.NullMarked;
