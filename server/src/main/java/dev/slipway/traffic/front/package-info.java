/** The front listener: the one port, which tells the portal's hosts from the workloads' and passes both on as streams. */
@NamedInterface("front")
@NullMarked
package dev.slipway.traffic.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
