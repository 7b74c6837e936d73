package dev.slipway.traffic.measure;

import dev.slipway.scheduling.Reconciliation;
import dev.slipway.traffic.Measurements;
import dev.slipway.traffic.measure.Recorder.Slot;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads from memory and PostgreSQL together; moves windows that have ended from one to the other. */
@Component
class StoredMeasurements implements Measurements, Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(StoredMeasurements.class);
    private static final Duration KEPT = Duration.ofHours(24);
    /** What was being counted when its window ended has been counted by then. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Recorder recorder;
    private final MeasurementStore store;
    private final Clock clock;
    private final UUID process = UUID.randomUUID();

    StoredMeasurements(Recorder recorder, MeasurementStore store, Clock clock) {
        this.recorder = recorder;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Window between(String application, Instant from, Instant to) {
        Instant first = Recorder.windowOf(from);
        // Memory first: a window that moves meanwhile is then seen twice, and counted once.
        Map<Slot, Tally> counted = recorder.counted(slot -> slot.application().equals(application)
                && !slot.start().isBefore(first)
                && slot.start().isBefore(to));
        Tally sum = new Tally();
        counted.values().forEach(sum::add);
        store.between(application, first, to).stream()
                .filter(stored -> !(stored.recorder().equals(process) && counted.containsKey(stored.slot())))
                .forEach(stored -> sum.add(stored.tally()));
        return sum.window();
    }

    @Override
    public Map<String, Instant> lastRequests(Instant since) {
        Instant first = Recorder.windowOf(since);
        Map<String, Instant> last = new HashMap<>();
        recorder.counted(slot -> !slot.start().isBefore(first))
                .keySet()
                .forEach(slot -> last.merge(slot.application(), slot.start(), StoredMeasurements::later));
        store.last(first).forEach((application, start) -> last.merge(application, start, StoredMeasurements::later));
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String name() {
        return "traffic-measurements";
    }

    @Override
    public Duration interval() {
        return Recorder.WINDOW;
    }

    @Override
    public void reconcile() {
        Instant now = clock.instant();
        move(now.minus(Recorder.WINDOW).minus(SETTLED));
        store.forgetBefore(now.minus(KEPT));
    }

    /** The window under way is kept, too, when the process ends in order. */
    @PreDestroy
    void stop() {
        try {
            move(Instant.MAX);
        } catch (DataAccessException e) {
            LOG.warn("The last measurements could not be stored: {}", e.getMessage());
        }
    }

    private void move(Instant latestStart) {
        recorder.counted(slot -> !slot.start().isAfter(latestStart)).forEach((slot, tally) -> {
            store.store(process, slot, tally);
            recorder.forget(slot);
        });
    }
}
