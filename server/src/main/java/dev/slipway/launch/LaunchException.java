package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
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
        Problem problem = isFullDisk(cause) ? fullDisk(what) : Problem.of(what + ": " + reason(cause) + ".");
        LaunchException exception = because(problem);
        exception.initCause(cause);
        return exception;
    }

    /** Several exceptions of files have the bare path for a message. */
    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission to \"" + denied.getFile() + "\" is denied";
            case NoSuchFileException missing -> "there is no \"" + missing.getFile() + "\"";
            case FileAlreadyExistsException existing -> "\"" + existing.getFile() + "\" is no directory";
            default -> Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        };
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
