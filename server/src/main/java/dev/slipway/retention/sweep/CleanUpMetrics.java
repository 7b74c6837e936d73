package dev.slipway.retention.sweep;

import dev.slipway.retention.CleanUp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What clean-ups did, since this process began: {@code slipway_retention_*}. */
@Component
class CleanUpMetrics {

    private final MeterRegistry registry;
    private final AtomicLong finishedMillis = new AtomicLong();
    private final Map<String, AtomicLong> blocked = new ConcurrentHashMap<>();

    CleanUpMetrics(MeterRegistry registry) {
        this.registry = registry;
        TimeGauge.builder("slipway.retention.last.finished", finishedMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("When the newest clean-up of this process ended, since the epoch; 0 before the first")
                .register(registry);
    }

    void done(CleanUp.Result result) {
        counter("slipway.retention.removed", "Things that were removed", result).increment((double) result.count());
        counter("slipway.retention.freed.bytes", "Room that was freed", result).increment((double) result.bytes());
        blocked.computeIfAbsent(result.subject(), this::gauge)
                .set(result.blockers().size());
    }

    private Counter counter(String name, String description, CleanUp.Result result) {
        return Counter.builder(name)
                .description(description)
                .tag("subject", result.subject())
                .register(registry);
    }

    private AtomicLong gauge(String subject) {
        AtomicLong value = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder("slipway.retention.blockers", value, AtomicLong::get)
                .description("Reasons why the newest clean-up could not remove all that it should")
                .tag("subject", subject)
                .register(registry);
        return value;
    }

    void finished(Instant now) {
        finishedMillis.set(now.toEpochMilli());
    }
}
