package dev.slipway.platform;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** The platform definition does not allow or does not know something. */
public class PlatformException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public PlatformException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }

    public PlatformException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
