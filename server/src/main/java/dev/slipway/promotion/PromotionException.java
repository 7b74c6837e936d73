package dev.slipway.promotion;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A promotion cannot be asked for, approved or taken back. */
public class PromotionException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public PromotionException(ProblemCode code, Problem problem) {
        this(code, List.of(problem));
    }

    public PromotionException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }
}
