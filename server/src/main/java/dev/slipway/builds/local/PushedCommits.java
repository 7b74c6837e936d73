package dev.slipway.builds.local;

import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.sandbox.Sandbox;
import dev.slipway.builds.store.QueueRows;
import dev.slipway.git.GitContent;
import dev.slipway.git.RefCursors;
import dev.slipway.git.RefMovement;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.ui.LiveUpdates;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds branches that moved, by cursor, and queues their heads. */
@Component
public class PushedCommits {

    private static final Logger LOG = LoggerFactory.getLogger(PushedCommits.class);
    static final String CONSUMER = "builds";
    private static final String BRANCHES = "refs/heads/";

    private final RefCursors cursors;
    private final GitContent git;
    private final PlatformProperties platform;
    private final List<BuildKind> kinds;
    private final QueueRows rows;
    private final Sandbox sandbox;
    private final TransactionOperations transactions;
    private final LiveUpdates live;
    private final Clock clock;

    public PushedCommits(
            RefCursors cursors,
            GitContent git,
            PlatformProperties platform,
            List<BuildKind> kinds,
            QueueRows rows,
            Sandbox sandbox,
            TransactionOperations transactions,
            LiveUpdates live,
            Clock clock) {
        this.cursors = cursors;
        this.git = git;
        this.platform = platform;
        this.kinds = kinds;
        this.rows = rows;
        this.sandbox = sandbox;
        this.transactions = transactions;
        this.live = live;
        this.clock = clock;
    }

    /** Queues each new head once, together with the cursor's step. A repository that cannot be read does not stop the others. */
    void queue() {
        for (RefMovement movement : cursors.movements(CONSUMER)) {
            try {
                take(movement);
            } catch (ProblemException | UncheckedIOException e) {
                LOG.warn("{} of {} cannot be built now: {}", movement.ref(), movement.repository(), e.getMessage());
            }
        }
    }

    private void take(RefMovement movement) {
        CommitId head = movement.to();
        if (head != null && isToBeBuilt(movement, head)) {
            queue(movement, head);
        } else {
            cursors.advance(CONSUMER, movement);
        }
    }

    private void queue(RefMovement movement, CommitId head) {
        String branch = movement.ref().substring(BRANCHES.length());
        String isolation = sandbox.level();
        transactions.executeWithoutResult(status -> {
            rows.queue(movement.repository(), head, branch, isolation, clock.instant());
            cursors.advance(CONSUMER, movement);
        });
        live.changed("builds/" + movement.repository());
    }

    /** A repository without manifests and without anything to build holds no service; one may say that others build it. */
    private boolean isToBeBuilt(RefMovement movement, CommitId head) {
        if (!movement.ref().startsWith(BRANCHES) || movement.repository().equals(platform.repository())) {
            return false;
        }
        Snapshot snapshot = git.snapshot(movement.repository(), head);
        if (BuiltElsewhere.says(snapshot)) {
            return false;
        }
        return snapshot.isDirectory("deploy") || kinds.stream().anyMatch(kind -> kind.recognises(snapshot));
    }
}
