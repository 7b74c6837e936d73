package dev.slipway.kustomize;

import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;

/** A kustomization or a manifest cannot be rendered or read; carries all problems that were found, at least one. */
public final class KustomizeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public KustomizeException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    KustomizeException(Refusal refusal) {
        this(refusal.problems());
    }

    public List<Problem> problems() {
        return problems;
    }
}
