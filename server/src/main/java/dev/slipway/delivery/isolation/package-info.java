/** What a workload sees of the machine: its image, its volumes, and the programs that it runs on. */
@NullMarked
package dev.slipway.delivery.isolation;

import org.jspecify.annotations.NullMarked;
