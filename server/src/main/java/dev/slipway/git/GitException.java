package dev.slipway.git;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** Git or its host could not do what was asked. */
public class GitException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public GitException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
