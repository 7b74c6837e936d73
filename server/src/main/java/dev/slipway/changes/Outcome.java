package dev.slipway.changes;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import java.util.List;

/** What became of an intent. */
public sealed interface Outcome {

    /** It holds since this commit; when it held already, the commit that the branch had. */
    record Committed(CommitId commit) implements Outcome {}

    /** A pull request waits for its checks or for people. */
    record Proposed(PullRequestRef pullRequest) implements Outcome {}

    /** Something that people changed stands against it. */
    record Conflict(List<Problem> problems) implements Outcome {}

    /** It cannot hold, may not be written, or its pull request was closed. */
    record Refused(List<Problem> problems) implements Outcome {}
}
