package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.Severity;
import dev.slipway.template.syntax.NearMisses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings. */
final class Findings {

    /** A hostile template has no end of them. */
    private static final int MOST = 500;

    private final Set<Finding> found = new LinkedHashSet<>();

    void error(Place place, String message) {
        add(new Finding(Severity.ERROR, place, message));
    }

    void warning(Place place, String message) {
        add(new Finding(Severity.WARNING, place, message));
    }

    void add(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }

    /** By place; each once. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()));
        return sorted;
    }

    /** {@code  Did you mean "x"?}, or nothing; after a sentence. */
    static String didYouMean(String name, Collection<String> known) {
        List<String> near = NearMisses.of(name, known);
        return near.isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", near) + "\"?";
    }
}
