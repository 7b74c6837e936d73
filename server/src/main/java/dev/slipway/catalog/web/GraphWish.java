package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.CatalogException;
import dev.slipway.entities.RelationType;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of the graph somebody wants to see. */
record GraphWish(Set<Step> steps) {

    static final int DEEPEST = 50;
    static final int MOST = 2_000;

    private static final List<String> DIRECTIONS = List.of("out", "in", "both");
    private static final List<String> NAMES = Arrays.stream(RelationType.values())
            .flatMap(type -> Stream.of(type.forward(), type.inverse()))
            .toList();

    /** @throws CatalogException with INVALID and everything that is wrong */
    static GraphWish of(List<String> relations, @Nullable String direction, int depth, int limit) {
        List<Problem> problems = new ArrayList<>();
        within("depth", depth, DEEPEST).ifPresent(problems::add);
        within("limit", limit, MOST).ifPresent(problems::add);
        if (direction != null && !DIRECTIONS.contains(direction)) {
            problems.add(Problem.at("direction", "\"" + direction + "\" is not a direction.")
                    .expecting("out, in or both"));
        }
        relations.stream()
                .filter(name -> RelationType.named(name).isEmpty())
                .map(GraphWish::unknown)
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new CatalogException(ProblemCode.INVALID, problems);
        }
        return new GraphWish(steps(relations.isEmpty() ? everything() : relations, relations.isEmpty(), direction));
    }

    private static List<String> everything() {
        return Arrays.stream(RelationType.values()).map(RelationType::forward).toList();
    }

    private static Set<Step> steps(List<String> names, boolean all, @Nullable String direction) {
        Set<Step> steps = new LinkedHashSet<>();
        for (String name : names) {
            RelationType type = RelationType.named(name).orElseThrow();
            String wanted = direction != null ? direction : all ? "both" : named(type, name);
            if (!wanted.equals("in")) {
                steps.add(new Step(type, true));
            }
            if (!wanted.equals("out")) {
                steps.add(new Step(type, false));
            }
        }
        return steps;
    }

    private static String named(RelationType type, String name) {
        return type.forward().equalsIgnoreCase(name) ? "out" : "in";
    }

    private static Optional<Problem> within(String parameter, int number, int most) {
        return number >= 1 && number <= most
                ? Optional.empty()
                : Optional.of(Problem.at(parameter, "\"" + number + "\" is too " + (number < 1 ? "small." : "large."))
                        .expecting("a number from 1 to " + most));
    }

    private static Problem unknown(String name) {
        Problem problem = Problem.at("relation", "\"" + name + "\" is not a relation.")
                .expecting("one of " + String.join(", ", NAMES));
        return Suggestions.didYouMean(name, NAMES).map(problem::next).orElse(problem);
    }
}
