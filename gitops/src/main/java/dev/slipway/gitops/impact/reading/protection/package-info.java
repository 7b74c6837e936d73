/** What differences mean for what guards and scales: budgets, autoscalers, quotas, permissions, monitors. */
@NullMarked
package dev.slipway.gitops.impact.reading.protection;

import org.jspecify.annotations.NullMarked;
