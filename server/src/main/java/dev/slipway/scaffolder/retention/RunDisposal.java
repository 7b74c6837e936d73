package dev.slipway.scaffolder.retention;

import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import dev.slipway.operations.RetentionPeriod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs with their answers, steps and logs, so long after their end; what they made stays. */
@Component
class RunDisposal implements Disposal {

    private static final int AT_ONCE = 200;
    private static final Duration GRACE = Duration.ofDays(1);

    private final OldRuns runs;
    private final RetentionPeriod period;
    private final Clock clock;

    RunDisposal(OldRuns runs, @Value("${slipway.retention.runs:180d}") String period, Clock clock) {
        this.runs = runs;
        this.period = RetentionPeriod.valueOf(period);
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Runs of templates";
    }

    @Override
    public String rule() {
        return "They stay " + (period.days() == 0 ? "" : "for ") + period
                + " after their end, with their answers and logs. What they made stays.";
    }

    @Override
    public Disposed dispose(Mode mode) {
        Instant now = clock.instant();
        return period.cutoff(now)
                .map(before -> switch (mode) {
                    case DRY_RUN -> disposed(runs.endedBefore(before, Integer.MAX_VALUE));
                    case REMOVE -> remove(before, now);
                })
                .orElseGet(Disposed::nothing);
    }

    private Disposed remove(Instant before, Instant now) {
        Disposed all = Disposed.nothing();
        List<OldRuns.OldRun> some = runs.endedBefore(before, AT_ONCE);
        while (!some.isEmpty()) {
            List<OldRuns.OldRun> gone = runs.remove(some, before);
            all = all.plus(disposed(gone));
            some = gone.isEmpty() ? gone : runs.endedBefore(before, AT_ONCE);
        }
        runs.removePlaces(now.minus(GRACE));
        return all;
    }

    private static Disposed disposed(List<OldRuns.OldRun> runs) {
        return new Disposed(
                runs.size(),
                runs.stream().mapToLong(OldRuns.OldRun::bytes).sum(),
                runs.stream()
                        .limit(Disposed.MOST_EXAMPLES)
                        .map(OldRuns.OldRun::toString)
                        .toList(),
                List.of());
    }
}
