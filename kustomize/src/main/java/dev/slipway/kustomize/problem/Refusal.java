package dev.slipway.kustomize.problem;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import java.util.List;

/** Work on one part of a kustomization cannot go on. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    public Refusal(Place place, String what, String expected, String next) {
        this(List.of(new Problem(place, what, expected, next)));
    }

    public static Refusal notYaml(YamlException e) {
        return new Refusal(e.place(), e.reason(), "valid YAML.", "Correct the file at this line.");
    }

    public List<Problem> problems() {
        return problems;
    }
}
