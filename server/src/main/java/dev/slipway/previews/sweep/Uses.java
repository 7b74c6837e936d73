package dev.slipway.previews.sweep;

import dev.slipway.platform.PreviewRules;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.store.PreviewProgress;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.traffic.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a preview's time to live run from its last request, so that one that somebody uses does not end. */
@Component
class Uses {

    /** How long requests are remembered. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** What was asked while the last look was under way. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** How much later a request has to be to be written down: each one changes what the pull request is told. */
    private static final Duration LONGEST_STEP = Duration.ofHours(1);

    private static final int STEPS_OF_A_LIFE = 10;

    private final Measurements measurements;
    private final PreviewProgress progress;
    private @Nullable Instant looked;

    Uses(Measurements measurements, PreviewProgress progress) {
        this.measurements = measurements;
        this.progress = progress;
    }

    /** Whether any of them was asked. Only those that answer count: before that it is Slipway's own probe that asks. */
    boolean note(Collection<PreviewRow> rows, PreviewRules rules, Instant now) {
        Map<String, Instant> requests =
                measurements.lastRequests(looked == null ? now.minus(REMEMBERED) : looked.minus(OVERLAP));
        looked = now;
        boolean noted = false;
        for (PreviewRow row : rows) {
            Preview preview = row.preview();
            Instant asked = requests.get(preview.application());
            if (preview.state() == PreviewState.READY
                    && asked != null
                    && asked.isAfter(preview.activeAt().plus(step(rules)))) {
                noted |= progress.used(preview.pullRequest(), asked);
            }
        }
        return noted;
    }

    private static Duration step(PreviewRules rules) {
        Duration step = rules.timeToLive().dividedBy(STEPS_OF_A_LIFE);
        return step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP;
    }
}
