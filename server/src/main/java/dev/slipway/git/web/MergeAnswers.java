package dev.slipway.git.web;

import dev.slipway.git.MergeOutcome;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;

/** What a merge that did not happen is to a caller. */
final class MergeAnswers {

    private MergeAnswers() {}

    static void require(MergeOutcome outcome) {
        switch (outcome) {
            case MergeOutcome.Merged _ -> {}
            case MergeOutcome.Stale stale ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        Problem.of("The pull request or its target has moved; the head is "
                                        + stale.head().brief() + " now.")
                                .next("Look at it again."));
            case MergeOutcome.Conflicting conflicting ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        conflicting.paths().stream()
                                .map(path -> Problem.at(path, "Both sides changed this file.")
                                        .next("Merge the target branch into yours and push."))
                                .toList());
            case MergeOutcome.Refused refused -> throw new ProblemException(ProblemCode.CONFLICT, refused.problems());
        }
    }
}
