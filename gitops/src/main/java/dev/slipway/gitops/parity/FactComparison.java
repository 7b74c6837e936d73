package dev.slipway.gitops.parity;

import dev.slipway.gitops.parity.facts.Fact;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Naming;
import dev.slipway.gitops.secrets.SecretText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches facts by where they stand, else by where they stand once the environment's names are taken out, and compares them. */
final class FactComparison {

    private final Facts left;
    private final Facts right;
    private final Naming leftNaming;
    private final Naming rightNaming;
    private final List<Difference> differences = new ArrayList<>();

    private FactComparison(Facts left, Naming leftNaming, Facts right, Naming rightNaming) {
        this.left = left;
        this.right = right;
        this.leftNaming = leftNaming;
        this.rightNaming = rightNaming;
    }

    static List<Difference> of(Facts left, Naming leftNaming, Facts right, Naming rightNaming) {
        FactComparison comparison = new FactComparison(left, leftNaming, right, rightNaming);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        Map<Fact, String> onlyLeft = new TreeMap<>(left.values());
        Map<Fact, String> onlyRight = new TreeMap<>(right.values());
        left.values().forEach((fact, value) -> {
            String other = onlyRight.remove(fact);
            if (other != null) {
                onlyLeft.remove(fact);
                values(fact, value, fact, other);
            }
        });
        Map<Fact, Fact> named = new TreeMap<>();
        onlyRight.keySet().forEach(each -> named.put(neutral(each, rightNaming), each));
        for (Fact fact : List.copyOf(onlyLeft.keySet())) {
            Fact other = named.remove(neutral(fact, leftNaming));
            if (other != null) {
                values(
                        fact,
                        Objects.requireNonNull(onlyLeft.remove(fact)),
                        other,
                        Objects.requireNonNull(onlyRight.remove(other)));
            }
        }
        onlyLeft.keySet().removeIf(left::isOptional);
        onlyRight.keySet().removeIf(right::isOptional);
        Set<String> rightObjects = objects(right, rightNaming);
        Set<String> leftObjects = objects(left, leftNaming);
        alone(onlyLeft, leftNaming, rightObjects, true);
        alone(onlyRight, rightNaming, leftObjects, false);
    }

    private static Fact neutral(Fact fact, Naming naming) {
        return new Fact(naming.name(fact.object()), naming.name(fact.path()));
    }

    private static Set<String> objects(Facts facts, Naming naming) {
        return facts.values().keySet().stream()
                .map(each -> naming.name(each.object()))
                .collect(Collectors.toSet());
    }

    private void values(Fact fact, String one, Fact otherFact, String other) {
        if (!one.equals(other) && !leftNaming.name(one).equals(rightNaming.name(other))) {
            String shown = left.shown(fact);
            String otherShown = right.shown(otherFact);
            String words = shown.equals(otherShown) ? "What is hidden differs." : "";
            differences.add(new Difference(fact.object(), path(fact), shown, otherShown, words, null));
        }
    }

    /** Members of a set stand in it. */
    private static String path(Fact fact) {
        return SecretText.scrub(fact.path());
    }

    /** Facts of an object that the other environment has not at all are one difference. */
    private void alone(Map<Fact, String> facts, Naming naming, Set<String> others, boolean isLeft) {
        Set<String> missing = new LinkedHashSet<>();
        facts.keySet().forEach(fact -> {
            if (others.contains(naming.name(fact.object()))) {
                differences.add(difference(fact, (isLeft ? left : right).shown(fact), isLeft));
            } else if (missing.add(fact.object())) {
                differences.add(difference(new Fact(fact.object(), ""), "present", isLeft));
            }
        });
    }

    private static Difference difference(Fact fact, String value, boolean isLeft) {
        @Nullable String none = null;
        return new Difference(fact.object(), path(fact), isLeft ? value : none, isLeft ? none : value, "", null);
    }
}
