package dev.slipway.catalog.pages;

import dev.slipway.catalog.store.FindingReads.Counts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong in the catalog. */
public enum HealthTopic {
    PROBLEMS("problems", "Problems"),
    CONFLICTS("conflicts", "Conflicts"),
    ORPHANS("orphans", "Named, but missing"),
    OWNERLESS("ownerless", "Without owner"),
    GONE("gone", "No longer declared");

    private final String parameter;
    private final String label;

    HealthTopic(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The page that shows it. */
    public String path() {
        return "/catalog/health?show=" + parameter;
    }

    /** How many there are of it. */
    public int count(Counts counts) {
        return switch (this) {
            case PROBLEMS -> counts.problems();
            case CONFLICTS -> counts.conflicts();
            case ORPHANS -> counts.orphans();
            case OWNERLESS -> counts.ownerless();
            case GONE -> counts.gone();
        };
    }

    /** What the page counts; entities without files only where there are some, as most installations keep none. */
    public static List<HealthTopic> shown(Counts counts) {
        return Arrays.stream(values())
                .filter(each -> each != GONE || each.count(counts) > 0)
                .toList();
    }

    static Optional<HealthTopic> named(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(parameter))
                .findFirst();
    }

    /** The first of which there is anything; empty when nothing is wrong. */
    static Optional<HealthTopic> first(Counts counts) {
        return Arrays.stream(values()).filter(each -> each.count(counts) > 0).findFirst();
    }
}
