package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the readers found in one pair, and which differences nobody has said anything about. For one thread. */
public final class Findings {

    private final List<Difference> differences;
    private final Set<Meaning> meanings = new LinkedHashSet<>();
    private final Set<Difference> claimed = new HashSet<>();

    public Findings(List<Difference> differences) {
        this.differences = differences;
    }

    /** The differences that nobody has said anything about yet. */
    public List<Difference> open() {
        return differences.stream().filter(each -> !claimed.contains(each)).toList();
    }

    /** Those of them that are at such a place. */
    public List<Difference> open(Predicate<FieldPath> place) {
        return open().stream().filter(each -> place.test(each.path())).toList();
    }

    public void add(Meaning meaning) {
        meanings.add(meaning);
    }

    /** Says what a difference means. */
    public void add(Difference difference, Meaning meaning) {
        claimed.add(difference);
        meanings.add(meaning);
    }

    /** What another meaning says already. */
    public void claim(Difference difference) {
        claimed.add(difference);
    }

    /** Everything at such a place that nobody has said anything about. */
    public void claim(Predicate<FieldPath> place) {
        claimed.addAll(open(place));
    }

    /** The worst first; what nobody knows is named as well, so that nothing is taken for no change. */
    public List<Meaning> meanings() {
        List<String> others =
                open().stream().map(each -> each.path().toString()).distinct().toList();
        if (!others.isEmpty() || meanings.isEmpty()) {
            meanings.add(new ObjectMeaning.OtherFields(others.isEmpty() ? List.of("its name") : others));
        }
        return meanings.stream().sorted(Comparator.comparing(Meaning::severity)).toList();
    }
}
