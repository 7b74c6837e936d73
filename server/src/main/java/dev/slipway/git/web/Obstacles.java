package dev.slipway.git.web;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why a pull request cannot be merged now, before anybody tries. The host decides all the same. */
final class Obstacles {

    private Obstacles() {}

    static List<Problem> of(PullRequest pull, List<Check> checks, boolean archived) {
        List<Problem> obstacles = new ArrayList<>();
        if (pull.state() != PullRequest.State.OPEN) {
            return obstacles;
        }
        if (archived) {
            obstacles.add(Problem.of("The repository is archived: it can be read, not changed."));
        }
        switch (pull.mergeability()) {
            case CLEAN -> {}
            case CONFLICTING ->
                obstacles.add(Problem.of("It conflicts with " + pull.targetBranch() + ".")
                        .next("Merge " + pull.targetBranch() + " into " + pull.sourceBranch() + " and push."));
            case EMPTY ->
                obstacles.add(
                        Problem.of("There is nothing to merge: " + pull.targetBranch() + " holds all of its commits."));
        }
        checks.stream()
                .filter(check -> check.required() && !passed(check))
                .map(Obstacles::unmet)
                .forEach(obstacles::add);
        return obstacles;
    }

    private static boolean passed(Check check) {
        return check.status() != null && check.status().state() == CommitStatus.State.SUCCESS;
    }

    private static Problem unmet(Check check) {
        CommitStatus status = check.status();
        return status == null
                ? Problem.of("The required check " + check.context() + " has not reported yet.")
                : Problem.of("The required check " + check.context() + " says "
                        + status.state().name().toLowerCase(Locale.ROOT) + ".");
    }
}
