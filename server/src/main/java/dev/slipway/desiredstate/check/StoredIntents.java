package dev.slipway.desiredstate.check;

import dev.slipway.changes.Change;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Plan;
import dev.slipway.desiredstate.GatedChangeAuthority;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.ChangeId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Recognises pull requests that are exactly what a stored and authorised intent comes to. */
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

    /** Whether these changes are the recomputed ones of the intent that the head names, and somebody answers for it. */
    boolean authorise(PullRequest pullRequest, List<FileChange> merged) {
        Optional<ChangeId> id = git.commit(pullRequest.ref().repository(), pullRequest.head())
                .map(Commit::trailers)
                .flatMap(trailers -> Optional.ofNullable(trailers.get(TRAILER)))
                .flatMap(StoredIntents::id);
        return id.isPresent()
                && changes.find(id.get())
                        .filter(change -> comesTo(change, merged))
                        .isPresent()
                && authorities.stream().anyMatch(each -> each.authorises(id.get()));
    }

    private boolean comesTo(Change change, List<FileChange> merged) {
        return changes.plan(change.request()) instanceof Plan.Write write
                && new HashSet<>(write.changes()).equals(new HashSet<>(merged));
    }

    private static Optional<ChangeId> id(String text) {
        try {
            return Optional.of(ChangeId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
