/** What images run, and which of the unpacked ones are removed. */
@NullMarked
package dev.slipway.delivery.retention;

import org.jspecify.annotations.NullMarked;
