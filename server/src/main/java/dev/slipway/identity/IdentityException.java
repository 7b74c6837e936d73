package dev.slipway.identity;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** Somebody may not do something, or is not known. */
public class IdentityException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public IdentityException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
