package dev.slipway.changes;

import dev.slipway.kernel.Problem;
import java.util.List;

/** SPI: whether and how Slipway may write; {@code platform} implements it from the definition. */
public interface WritePolicy {

    Decision decide(ChangeRequest request);

    /** The policy's word. */
    sealed interface Decision {
        record Direct() implements Decision {}

        record ByPullRequest() implements Decision {}

        record Refused(List<Problem> problems) implements Decision {}
    }
}
