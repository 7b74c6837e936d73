package dev.slipway.bench.catalog;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** Time on the clock and of the processors, Slipway's and PostgreSQL's. */
record Effort(long wallNanos, long serverNanos, long databaseNanos) {

    /** @param postmaster PostgreSQL's first process; what ended of its others counts no longer, so connections must stay */
    static Effort now(ProcessHandle postmaster) {
        long server =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        long database = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
        return new Effort(System.nanoTime(), server, database);
    }

    Effort since(Effort before) {
        return new Effort(
                wallNanos - before.wallNanos, serverNanos - before.serverNanos, databaseNanos - before.databaseNanos);
    }

    @Override
    public String toString() {
        return "%.2f s; processor %.2f s (server %.2f s, database %.2f s)"
                .formatted(
                        wallNanos / 1e9, (serverNanos + databaseNanos) / 1e9, serverNanos / 1e9, databaseNanos / 1e9);
    }
}
