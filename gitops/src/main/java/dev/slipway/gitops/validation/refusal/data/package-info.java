/** What the API server refuses of ConfigMaps, Secrets, claims, selectors, definitions and permissions. */
@NullMarked
package dev.slipway.gitops.validation.refusal.data;

import org.jspecify.annotations.NullMarked;
