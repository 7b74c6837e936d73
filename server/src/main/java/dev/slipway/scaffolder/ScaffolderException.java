package dev.slipway.scaffolder;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A template or a run cannot be used as asked. */
public class ScaffolderException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ScaffolderException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }

    public ScaffolderException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
