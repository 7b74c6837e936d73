package dev.slipway.delivery;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** The engine could not do what was asked. */
public class DeliveryException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public DeliveryException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
