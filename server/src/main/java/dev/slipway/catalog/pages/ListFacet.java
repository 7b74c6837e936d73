package dev.slipway.catalog.pages;

/** What the list is narrowed by. */
public enum ListFacet {
    KIND("kind", "Kind", "kind"),
    TYPE("type", "Type", "spec.type"),
    LIFECYCLE("lifecycle", "Lifecycle", "spec.lifecycle"),
    OWNER("owner", "Owner", "relations.ownedBy"),
    TAG("tag", "Tags", "metadata.tags"),
    SYSTEM("system", "System", "relations.partOf");

    private final String parameter;
    private final String label;
    private final String field;

    ListFacet(String parameter, String label, String field) {
        this.parameter = parameter;
        this.label = label;
        this.field = field;
    }

    /** What it is called in an address. */
    public String parameter() {
        return parameter;
    }

    public String label() {
        return label;
    }

    String field() {
        return field;
    }

    /** A value as people read it. */
    String shown(String value) {
        return switch (this) {
            case KIND -> CatalogLinks.kind(value);
            case OWNER, SYSTEM ->
                References.parse(value).map(CatalogLinks::brief).orElse(value);
            case TYPE, LIFECYCLE, TAG -> value;
        };
    }
}
