package dev.slipway.traffic.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Counts requests in memory, in windows of ten seconds by their end. Thread-safe. */
@Component
public class Recorder {

    static final Duration WINDOW = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<Slot, Tally> tallies = new ConcurrentHashMap<>();

    /** @param start of the window */
    record Slot(String application, Instant start) {}

    Recorder(Clock clock) {
        this.clock = clock;
    }

    /** A request has ended. */
    public void record(String application, int status, Duration latency) {
        tallies.compute(new Slot(application, windowOf(clock.instant())), (slot, tally) -> {
            Tally counted = tally == null ? new Tally() : tally;
            counted.add(status, latency);
            return counted;
        });
    }

    static Instant windowOf(Instant moment) {
        long seconds = WINDOW.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    /** Copies of what is counted for the slots asked for. */
    Map<Slot, Tally> counted(Predicate<Slot> wanted) {
        Map<Slot, Tally> copies = new HashMap<>();
        for (Slot each : tallies.keySet()) {
            if (wanted.test(each)) {
                tallies.computeIfPresent(each, (slot, tally) -> {
                    copies.put(slot, tally.copy());
                    return tally;
                });
            }
        }
        return copies;
    }

    void forget(Slot slot) {
        tallies.remove(slot);
    }
}
