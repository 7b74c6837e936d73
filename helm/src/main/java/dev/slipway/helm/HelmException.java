package dev.slipway.helm;

import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;

/** A chart cannot be rendered; carries all problems that were found, at least one. */
public final class HelmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public HelmException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    HelmException(Refusal refusal) {
        this(refusal.problems());
    }

    public List<Problem> problems() {
        return problems;
    }
}
