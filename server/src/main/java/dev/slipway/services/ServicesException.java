package dev.slipway.services;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A service is unknown, or cannot be changed as asked. */
public class ServicesException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ServicesException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }

    public ServicesException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
