package dev.slipway.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A command cannot go on. Modules derive their own base from it; pages, REST and Git answer with its problems. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Problem> problems;

    public ProblemException(ProblemCode code, List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("A ProblemException needs a problem.");
        }
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public ProblemException(ProblemCode code, Problem problem) {
        this(code, List.of(problem));
    }

    public ProblemException(ProblemCode code, String message) {
        this(code, Problem.of(message));
    }

    public ProblemCode code() {
        return code;
    }

    /** Everything that is wrong, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
