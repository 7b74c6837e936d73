package dev.slipway.changes;

import dev.slipway.git.FileChange;
import dev.slipway.kernel.Problem;
import java.util.List;

/** What an intent means for one tip. */
public sealed interface Plan {

    /** These changes make it hold; none when it holds already. */
    record Write(List<FileChange> changes) implements Plan {}

    record Conflict(List<Problem> problems) implements Plan {}

    record Refused(List<Problem> problems) implements Plan {}
}
