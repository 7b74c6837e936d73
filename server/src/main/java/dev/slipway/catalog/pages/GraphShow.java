package dev.slipway.catalog.pages;

import static dev.slipway.entities.RelationType.CHILD_OF;
import static dev.slipway.entities.RelationType.CONSUMES_API;
import static dev.slipway.entities.RelationType.DEPENDS_ON;
import static dev.slipway.entities.RelationType.MEMBER_OF;
import static dev.slipway.entities.RelationType.OWNED_BY;
import static dev.slipway.entities.RelationType.PART_OF;
import static dev.slipway.entities.RelationType.PROVIDES_API;

import dev.slipway.entities.RelationType;
import java.util.Arrays;
import java.util.Set;

/** Which relations a graph shows. */
public enum GraphShow {
    EVERYTHING("everything", "Everything"),
    DEPENDENCIES("dependencies", "Dependencies"),
    PEOPLE("people", "People"),
    PARTS("parts", "Parts");

    private final String parameter;
    private final String label;

    GraphShow(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    public String parameter() {
        return parameter;
    }

    public String label() {
        return label;
    }

    Set<RelationType> types() {
        return switch (this) {
            case EVERYTHING -> Set.of(RelationType.values());
            case DEPENDENCIES -> Set.of(DEPENDS_ON, PROVIDES_API, CONSUMES_API);
            case PEOPLE -> Set.of(OWNED_BY, CHILD_OF, MEMBER_OF);
            case PARTS -> Set.of(PART_OF);
        };
    }

    /** The one of this name; everything for any other. */
    static GraphShow named(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(parameter))
                .findFirst()
                .orElse(EVERYTHING);
    }
}
