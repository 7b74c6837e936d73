/** What differences of workloads mean: replicas, rollouts, scheduling, the account and labels of pods. */
@NullMarked
package dev.slipway.gitops.impact.reading.workloads;

import org.jspecify.annotations.NullMarked;
