/** What the API server refuses of what runs pods, scales and guards them. */
@NullMarked
package dev.slipway.gitops.validation.refusal.workloads;

import org.jspecify.annotations.NullMarked;
