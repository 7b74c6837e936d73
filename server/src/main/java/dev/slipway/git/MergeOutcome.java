package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import java.util.List;

/** What became of a merge. */
public sealed interface MergeOutcome {

    record Merged(CommitId commit) implements MergeOutcome {}

    /** The head or the target has moved; look again. */
    record Stale(CommitId head) implements MergeOutcome {}

    record Conflicting(List<String> paths) implements MergeOutcome {}

    /** Checks that are missing or failed, a closed pull request, a missing permission. */
    record Refused(List<Problem> problems) implements MergeOutcome {}
}
