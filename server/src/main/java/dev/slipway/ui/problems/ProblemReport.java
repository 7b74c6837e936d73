package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it is told to the caller.
 *
 * @param code the kind, lower-case with hyphens
 * @param reference finds the log entry of an unexpected failure; null otherwise
 * @param outage whether even what a page shows around it cannot be had
 */
record ProblemReport(
        int status,
        String code,
        String title,
        List<Problem> problems,
        @Nullable String reference,
        boolean outage) {

    static ProblemReport of(ProblemCode code, List<Problem> problems) {
        int status = HttpStatuses.status(code).value();
        String word = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ProblemReport(status, word, HttpStatuses.title(status), problems, null, false);
    }

    static ProblemReport of(int status, Problem problem) {
        return new ProblemReport(status, "http-" + status, HttpStatuses.title(status), List.of(problem), null, false);
    }

    static ProblemReport unexpected(String reference) {
        Problem problem = Problem.of("Slipway could not finish this; nothing of yours is wrong.")
                .next("Try again; if it happens again, give the reference " + reference + " to who runs Slipway.");
        return new ProblemReport(500, "unexpected", HttpStatuses.title(500), List.of(problem), reference, false);
    }

    /** Where the log entry has no reference. */
    static ProblemReport unexpected() {
        Problem problem = Problem.of("Slipway could not finish this; nothing of yours is wrong.")
                .next("Try again; if it happens again, tell who runs Slipway, whose log of this minute has more.");
        return new ProblemReport(500, "unexpected", HttpStatuses.title(500), List.of(problem), null, false);
    }

    static ProblemReport outage(int status, String code, Problem problem) {
        return new ProblemReport(status, code, HttpStatuses.title(status), List.of(problem), null, true);
    }
}
