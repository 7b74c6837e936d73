package dev.slipway.catalog;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** The catalog does not know or does not allow something. */
public class CatalogException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public CatalogException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }

    public CatalogException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }
}
