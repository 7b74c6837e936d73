/** What differences within containers mean: images, variables, resources, ports, probes, security. */
@NullMarked
package dev.slipway.gitops.impact.reading.containers;

import org.jspecify.annotations.NullMarked;
