package dev.slipway.changes;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A change is not known. */
public class ChangesException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ChangesException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
