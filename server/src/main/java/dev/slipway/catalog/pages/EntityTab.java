package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A page of an entity. */
public enum EntityTab {
    OVERVIEW("", "Overview", "list"),
    DEFINITION("definition", "Definition", "plug"),
    OWNERSHIP("ownership", "Ownership", "users"),
    IMPACT("impact", "Impact", "alert-triangle"),
    GRAPH("graph", "Graph", "route"),
    SOURCE("source", "Source", "code");

    private final String segment;
    private final String label;
    private final String icon;

    EntityTab(String segment, String label, String icon) {
        this.segment = segment;
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /** Its address. */
    public String of(EntityRef ref) {
        return CatalogLinks.entity(ref) + (segment.isEmpty() ? "" : "/" + segment);
    }

    static Optional<EntityTab> named(String segment) {
        return Arrays.stream(values())
                .filter(each -> each.segment.equals(segment))
                .findFirst();
    }

    /** Those that say something about a kind. */
    static List<EntityTab> of(String kind) {
        return Arrays.stream(values()).filter(each -> each.fits(kind)).toList();
    }

    private boolean fits(String kind) {
        boolean people = kind.equals("group") || kind.equals("user");
        return switch (this) {
            case OVERVIEW, GRAPH, SOURCE -> true;
            case DEFINITION -> kind.equals("api");
            case OWNERSHIP -> people;
            case IMPACT -> !people;
        };
    }
}
