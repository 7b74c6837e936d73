package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a push. */
public sealed interface PushOutcome {

    /** The branch now ends with these commits, oldest first. */
    record Pushed(List<CommitId> commits) implements PushOutcome {}

    /** Somebody was faster: the branch has another head. */
    record Moved(@Nullable CommitId head) implements PushOutcome {}

    /** The host does not admit it. */
    record Refused(String reason) implements PushOutcome {}
}
