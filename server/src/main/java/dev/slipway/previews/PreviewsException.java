package dev.slipway.previews;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** There is no such preview, or its present state does not allow what was asked. */
public class PreviewsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public PreviewsException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
