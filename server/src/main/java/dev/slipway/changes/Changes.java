package dev.slipway.changes;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Slipway's only writer to Git. */
public interface Changes {

    /**
     * Stores what shall hold, in the caller's transaction, and returns; the writer of the branch carries it out. Submitting
     * an id a second time changes nothing.
     */
    void submit(ChangeRequest request);

    Optional<Change> find(ChangeId id);

    /** The newest first. */
    List<Change> of(RepositoryRef repository, String branch, int limit);

    /** Waits until the change is settled (or proposed), at most this long; for requests that a person waits for. Not inside a transaction. */
    Change await(ChangeId id, Duration atMost);

    /**
     * The change that waits with this commit to be merged: Slipway's writer made the commit, and the change is neither merged nor
     * given up. What the commit says of itself counts for nothing.
     */
    Optional<Change> waitingAs(RepositoryRef repository, CommitId head);

    /**
     * What the intent would do to the tip of its branch now, without writing: for previews of a promotion and for the check
     * of gated changes.
     */
    Plan plan(ChangeRequest request);
}
