/** Requests, errors and latencies per application: counted in memory, kept in PostgreSQL for a day. */
@NullMarked
package dev.slipway.traffic.measure;

import org.jspecify.annotations.NullMarked;
