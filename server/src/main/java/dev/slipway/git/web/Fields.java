package dev.slipway.git.web;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is missing in a body, to say it all at once. */
final class Fields {

    private final List<Problem> problems = new ArrayList<>();

    /** The value; null only when {@link #check} will throw. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"
    }) // check() throws before anybody uses the missing value
    <T> T required(String name, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            problems.add(Problem.at(name, "\"" + name + "\" is missing."));
        }
        return value;
    }

    void check() {
        if (!problems.isEmpty()) {
            throw new Missing(problems);
        }
    }

    /** All of them at once. */
    private static final class Missing extends ProblemException {
        private static final long serialVersionUID = 1L;

        Missing(List<Problem> problems) {
            super(ProblemCode.INVALID, problems);
        }
    }
}
