/** Processes of the operating system: started, recognised after a crash, ended with all that they started. */
@NullMarked
package dev.slipway.delivery.process;

import org.jspecify.annotations.NullMarked;
