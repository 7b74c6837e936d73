package dev.slipway.traffic.measure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram of latencies whose buckets grow with the latency, 16 to each doubling: every value is known within 6.3 %,
 * from a microsecond to an hour. Not thread-safe.
 */
final class Latencies {

    private static final int BITS = 4;
    private static final int PER_DOUBLING = 1 << BITS;
    private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1_000;
    private static final double MICROS_PER_MILLI = 1_000;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    void add(Duration latency) {
        add(bucket(Math.clamp(latency.toNanos() / 1_000, 0, LONGEST_MICROS)), 1);
    }

    void add(int bucket, long count) {
        counts.merge(bucket, count, Long::sum);
    }

    void addAll(Latencies other) {
        other.counts.forEach(this::add);
    }

    /** Buckets with their counts, fastest first. */
    Map<Integer, Long> counts() {
        return counts;
    }

    /**
     * In milliseconds; NaN without samples.
     *
     * @param share from 0 to 1
     */
    double percentile(double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(all * share));
        long seen = 0;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return middle(each.getKey()) / MICROS_PER_MILLI;
            }
        }
        return Double.NaN;
    }

    static int bucket(long micros) {
        if (micros < PER_DOUBLING) {
            return (int) micros;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - BITS;
        return (doubling + 1) * PER_DOUBLING + (int) (micros >>> doubling) - PER_DOUBLING;
    }

    /** The middle of a bucket, in microseconds. */
    static double middle(int bucket) {
        if (bucket < PER_DOUBLING) {
            return bucket;
        }
        int doubling = bucket / PER_DOUBLING - 1;
        double start = (double) ((long) (bucket % PER_DOUBLING + PER_DOUBLING) << doubling);
        return start + (1L << doubling) / 2.0;
    }
}
