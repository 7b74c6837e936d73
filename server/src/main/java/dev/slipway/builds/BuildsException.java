package dev.slipway.builds;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A build could not be recorded or run. */
public class BuildsException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public BuildsException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }

    public BuildsException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }
}
