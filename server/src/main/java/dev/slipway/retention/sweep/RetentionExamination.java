package dev.slipway.retention.sweep;

import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import dev.slipway.retention.CleanUp;
import dev.slipway.retention.store.CleanUpRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What nobody needs is removed in time. */
@Component
class RetentionExamination implements Examination {

    private static final String SUBJECT = "Retention";

    private final CleanUpRows rows;

    RetentionExamination(CleanUpRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Finding> examine() {
        return rows.newestFinished()
                .map(RetentionExamination::of)
                .orElse(List.of(Finding.good(SUBJECT, "The first clean-up is still to come.")));
    }

    private static List<Finding> of(CleanUp newest) {
        if (newest.blockers().isEmpty()) {
            return List.of(Finding.good(
                    SUBJECT, "The newest clean-up ended at " + ended(newest) + " and removed " + newest.count() + "."));
        }
        return newest.blockers().stream()
                .map(reason -> Finding.warning(
                        SUBJECT,
                        "Not everything old is removed: " + reason,
                        "Mend what it says; the next clean-up goes on (slipway retention --run does at once)."))
                .toList();
    }

    private static Instant ended(CleanUp cleanUp) {
        return Objects.requireNonNull(cleanUp.finishedAt()).truncatedTo(ChronoUnit.SECONDS);
    }
}
