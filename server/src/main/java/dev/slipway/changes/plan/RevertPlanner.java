package dev.slipway.changes.plan;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans a revert as a three-way merge: from the commit, towards its first parent, onto the tip. */
@Component
class RevertPlanner implements IntentPlanner {

    private final GitContent git;

    RevertPlanner(GitContent git) {
        this.git = git;
    }

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.Revert;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        Intent.Revert revert = (Intent.Revert) intent;
        Optional<Commit> commit = git.commit(tip.repository(), revert.commit());
        if (commit.isEmpty() || commit.get().parents().isEmpty()) {
            return new Plan.Refused(List.of(Problem.of("Commit "
                    + revert.commit().brief() + " cannot be reverted: "
                    + (commit.isEmpty() ? "it is not in " + tip.repository() + "." : "nothing is before it."))));
        }
        Merge merge = git.merge(
                tip.repository(),
                revert.commit(),
                tip.commit(),
                commit.get().parents().getFirst());
        return switch (merge) {
            case Merge.Clean clean -> new Plan.Write(clean.changes());
            case Merge.Conflicting conflicting ->
                new Plan.Conflict(conflicting.paths().stream()
                        .map(path -> Problem.at(
                                path,
                                "It was changed since commit " + revert.commit().brief() + "."))
                        .toList());
        };
    }
}
