package dev.slipway.catalog.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of the list that it can be sorted by. */
public enum ListColumn {
    NAME("name", "Name", "metadata.name"),
    KIND("kind", "Kind", "kind"),
    OWNER("owner", "Owner", "relations.ownedBy"),
    LIFECYCLE("lifecycle", "Lifecycle", "spec.lifecycle"),
    SYSTEM("system", "System", "relations.partOf");

    private final String parameter;
    private final String label;
    private final String field;

    ListColumn(String parameter, String label, String field) {
        this.parameter = parameter;
        this.label = label;
        this.field = field;
    }

    /** What stands for it in an address. */
    public String parameter() {
        return parameter;
    }

    public String label() {
        return label;
    }

    /** What it sorts by, in this order. */
    List<String> fields() {
        return this == KIND ? List.of(field, "spec.type") : List.of(field);
    }

    static Optional<ListColumn> named(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(parameter))
                .findFirst();
    }
}
