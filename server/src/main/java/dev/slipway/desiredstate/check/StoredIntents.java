package dev.slipway.desiredstate.check;

import dev.slipway.changes.Change;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Plan;
import dev.slipway.desiredstate.GatedChangeAuthority;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Recognises pull requests that are exactly what a stored and authorised intent comes to: the one commit that Slipway wrote for it,
 * while it waits to be merged. What a commit says of itself counts for nothing, since anybody can write it.
 */
@Component
class StoredIntents {

    private static final String TRAILER = "Slipway-Change";

    private final GitContent git;
    private final Changes changes;
    private final ObjectProvider<GatedChangeAuthority> authorities;

    StoredIntents(GitContent git, Changes changes, ObjectProvider<GatedChangeAuthority> authorities) {
        this.git = git;
        this.changes = changes;
        this.authorities = authorities;
    }

    /** Whether these changes are the recomputed ones of the intent that waits with this head, and somebody answers for it now. */
    boolean authorise(PullRequest pullRequest, List<FileChange> merged) {
        return isOneCommit(pullRequest)
                && waiting(pullRequest)
                        .filter(change -> change.request().branch().equals(pullRequest.targetBranch()))
                        .filter(change -> comesTo(change, merged))
                        .filter(this::isAuthorised)
                        .isPresent();
    }

    /** Whether somebody answers for what waits with this head, in a word that changes as soon as that does; empty when nothing waits. */
    String standing(PullRequest pullRequest) {
        return waiting(pullRequest)
                .map(change -> isAuthorised(change) ? " authorised" : " not authorised")
                .orElse("");
    }

    private Optional<Change> waiting(PullRequest pullRequest) {
        return changes.waitingAs(pullRequest.ref().repository(), pullRequest.head());
    }

    private boolean isAuthorised(Change change) {
        return authorities.stream()
                .anyMatch(each -> each.authorises(change.request().id()));
    }

    private boolean isOneCommit(PullRequest pullRequest) {
        return git.log(pullRequest.ref().repository(), pullRequest.head(), pullRequest.base(), null, 2)
                        .size()
                == 1;
    }

    private boolean comesTo(Change change, List<FileChange> merged) {
        return changes.plan(change.request()) instanceof Plan.Write write
                && new HashSet<>(write.changes()).equals(new HashSet<>(merged));
    }

    /** Why the change that the head names does not help it; empty when it names none. */
    Optional<Problem> falseClaim(PullRequest pullRequest) {
        return git.commit(pullRequest.ref().repository(), pullRequest.head())
                .map(Commit::trailers)
                .flatMap(trailers -> Optional.ofNullable(trailers.get(TRAILER)))
                .map(id -> Problem.of("Commit " + pullRequest.head().brief() + " names Slipway's change " + id + ", "
                                + reason(pullRequest))
                        .next("Take it out of this pull request, and ask for a promotion or a rollback."));
    }

    private String reason(PullRequest pullRequest) {
        return waiting(pullRequest)
                .map(change -> authorities.stream()
                        .flatMap(each -> each.objection(change.request().id()).stream())
                        .findFirst()
                        .map(objection -> "which may not be merged now: " + objection)
                        .orElse("but it is not, or no longer, what its gates let through."))
                .orElse("but Slipway did not write it for a change that waits now.");
    }
}
