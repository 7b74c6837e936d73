package dev.slipway.delivery.probes;

import dev.slipway.delivery.objects.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One probe of one container: asked every period beside the loop, judged by its thresholds when the loop looks (Kubernetes'
 * defaults: every 10 s, 1 s to answer, 3 failures, 1 success). Confined to the loop's thread.
 */
public final class Probe {

    private record Answer(Optional<String> failure) {}

    private final Manifest definition;
    private final ProbeCheck check;
    private final Instant first;
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private @Nullable Instant askedAt;
    private boolean asking;
    private int successes;
    private int failures;
    private String message = "";

    public Probe(Manifest definition, ProbeTarget target, ProbeClients clients, Instant startedAt) {
        this.definition = definition;
        this.check = new ProbeCheck(definition, target, clients);
        this.first = startedAt.plusSeconds(definition.number(0, "initialDelaySeconds"));
    }

    /** Takes in what was answered, and asks again when it is time. */
    public void look(Instant now) {
        Answer newest = answer.getAndSet(null);
        if (newest != null) {
            asking = false;
            count(newest);
        }
        if (!asking && !now.isBefore(next())) {
            asking = true;
            askedAt = now;
            Thread.ofVirtual().start(() -> answer.set(new Answer(check.failure())));
        }
    }

    private Instant next() {
        Duration period = Duration.ofSeconds(Math.max(1, definition.number(10, "periodSeconds")));
        return askedAt == null ? first : askedAt.plus(period);
    }

    private void count(Answer newest) {
        if (newest.failure().isEmpty()) {
            successes++;
            failures = 0;
            message = "";
        } else {
            failures++;
            successes = 0;
            message = newest.failure().get();
        }
    }

    public boolean succeeded() {
        return successes >= Math.max(1, definition.number(1, "successThreshold"));
    }

    public boolean failed() {
        return failures >= Math.max(1, definition.number(3, "failureThreshold"));
    }

    /** Why it last failed, or empty. */
    public String message() {
        return message;
    }
}
