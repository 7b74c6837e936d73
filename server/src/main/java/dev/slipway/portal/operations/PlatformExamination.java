package dev.slipway.portal.operations;

import dev.slipway.kernel.Problem;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest platform definition is the one in force. */
@Component
class PlatformExamination implements Examination {

    private static final String SUBJECT = "Platform definition";

    private final Platforms platforms;

    PlatformExamination(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public List<Finding> examine() {
        PlatformState state = platforms.state();
        if (!state.problems().isEmpty()) {
            return state.problems().stream().map(PlatformExamination::finding).toList();
        }
        return List.of(
                state.inForce() == null
                        ? Finding.problem(SUBJECT, "There is none yet.", "Look at the platform repository.")
                        : Finding.good(SUBJECT, "Commit " + state.inForce().brief() + " is in force."));
    }

    private static Finding finding(Problem problem) {
        return Finding.problem(
                SUBJECT, problem.toString(), "Mend it in the platform repository; until then the last good one holds.");
    }
}
