package dev.slipway.catalog.health;

import dev.slipway.catalog.store.FindingReads.Counts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong in the catalog. */
public enum HealthTopic {
    UNREADABLE("unreadable", "Cannot be read"),
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

    /** In addresses and answers. */
    public String parameter() {
        return parameter;
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
            case UNREADABLE -> counts.unreadable();
            case PROBLEMS -> counts.problems();
            case CONFLICTS -> counts.conflicts();
            case ORPHANS -> counts.orphans();
            case OWNERLESS -> counts.ownerless();
            case GONE -> counts.gone();
        };
    }

    /** What the page counts; what most installations never have, only where there is some. */
    public static List<HealthTopic> shown(Counts counts) {
        return Arrays.stream(values())
                .filter(each -> (each != GONE && each != UNREADABLE) || each.count(counts) > 0)
                .toList();
    }

    public static Optional<HealthTopic> named(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(parameter))
                .findFirst();
    }

    /** The first of which there is anything; empty when nothing is wrong. */
    public static Optional<HealthTopic> first(Counts counts) {
        return Arrays.stream(values()).filter(each -> each.count(counts) > 0).findFirst();
    }
}
