package dev.slipway.operations;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;

/** A backup that cannot be taken or restored. */
public final class BackupException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public BackupException(ProblemCode code, Problem problem) {
        super(code, List.of(problem));
    }
}
