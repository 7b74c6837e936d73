/** The controllers: Deployments, Jobs, CronJobs, Services, quotas, and the health of each kind. */
@NullMarked
package dev.slipway.delivery.workloads;

import org.jspecify.annotations.NullMarked;
