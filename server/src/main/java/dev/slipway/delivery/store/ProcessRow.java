package dev.slipway.delivery.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process of a pod's container; written before the start without a number, and again after it.
 *
 * @param attempt 0 for the first start; each restart adds one
 * @param identity tells the process from a later one with the same number
 * @param ports host port by container port
 */
public record ProcessRow(
        String pod,
        String container,
        int attempt,
        @Nullable Long pid,
        @Nullable String identity,
        Map<Integer, Integer> ports,
        Instant startedAt,
        @Nullable Integer exitCode) {}
