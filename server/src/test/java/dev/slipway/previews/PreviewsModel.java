package dev.slipway.previews;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules for previews in the simplest words: what a test expects. */
final class PreviewsModel {

    /** A pull request as the model knows it. */
    static final class Pull {
        final PullRequestRef ref;
        final String branch;
        final Instant openedAt;
        CommitId head;
        boolean open = true;
        boolean stranger;
        boolean kept;
        boolean ended;
        final Set<CommitId> approved = new HashSet<>();

        @Nullable
        CommitId seen;

        Instant activeAt = Instant.EPOCH;

        @Nullable
        CommitId shown;

        Pull(PullRequestRef ref, String branch, CommitId head, boolean stranger, Instant openedAt) {
            this.ref = ref;
            this.branch = branch;
            this.head = head;
            this.stranger = stranger;
            this.openedAt = openedAt;
        }
    }

    final List<Pull> pulls = new ArrayList<>();
    final Set<CommitId> built = new HashSet<>();
    private final int limit;

    PreviewsModel(int limit) {
        this.limit = limit;
    }

    /** What a sweep at this moment decides. */
    void sweep(Instant now) {
        int places = limit;
        List<Pull> oldestFirst = new ArrayList<>(pulls);
        oldestFirst.sort(Comparator.comparing((Pull pull) -> pull.openedAt)
                .thenComparing(pull -> pull.ref.repository().name())
                .thenComparingInt(pull -> pull.ref.number()));
        for (Pull pull : oldestFirst) {
            look(pull, now);
            boolean may = pull.open
                    && (!pull.stranger || pull.approved.contains(pull.head))
                    && !pull.ended
                    && (pull.kept || now.isBefore(pull.activeAt.plus(Duration.ofDays(7))));
            boolean has = may && places-- > 0;
            pull.shown = !has ? null : built.contains(pull.head) ? pull.head : pull.shown;
        }
    }

    /** A new head and a return begin the time to live anew. */
    private static void look(Pull pull, Instant now) {
        if (!pull.open) {
            pull.seen = null;
            pull.ended = false;
        } else if (!pull.head.equals(pull.seen)) {
            pull.ended = pull.ended && pull.seen == null;
            pull.seen = pull.head;
            pull.activeAt = now;
        }
    }

    /** The commit that each Application of a preview shows. */
    Map<String, CommitId> shown() {
        Map<String, CommitId> shown = new TreeMap<>();
        pulls.forEach(pull -> {
            if (pull.shown != null) {
                shown.put(pull.ref.repository().name() + "-pr-" + pull.ref.number(), pull.shown);
            }
        });
        return shown;
    }

    List<Pull> open() {
        return pulls.stream().filter(pull -> pull.open).toList();
    }
}
