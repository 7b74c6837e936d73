package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slipway cannot start, for a reason that the person at the terminal can mend. */
final class LaunchException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final String NO_SPACE = "No space left on device";

    LaunchException(ProblemCode code, List<Problem> problems) {
        super(code, problems);
    }

    static LaunchException because(Problem problem) {
        return new LaunchException(ProblemCode.UNAVAILABLE, List.of(problem));
    }

    /** What could not be done to files, told as a full disk where that is the cause. */
    static LaunchException of(String what, IOException cause) {
        Problem problem = isFullDisk(cause) ? fullDisk(what) : Problem.of(what + ": " + cause.getMessage() + ".");
        LaunchException exception = because(problem);
        exception.initCause(cause);
        return exception;
    }

    static Problem fullDisk(String what) {
        return Problem.of(what + ": the disk is full.")
                .next("Free at least 200 MB, or put the data elsewhere with --data DIR.");
    }

    static boolean isFullDisk(Throwable cause) {
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            if (each.getMessage() != null && each.getMessage().contains(NO_SPACE)) {
                return true;
            }
        }
        return false;
    }
}
