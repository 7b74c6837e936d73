package dev.slipway.entities;

import static dev.slipway.entities.Field.ref;
import static dev.slipway.entities.Field.refs;
import static dev.slipway.entities.Field.text;
import static dev.slipway.entities.Field.texts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of Backstage's catalog model and their fields. Source: Backstage's documentation, "Descriptor Format of Catalog
 * Entities". A kind that is not listed is kept with its envelope checked; what its fields say is anybody's, so none is refused.
 */
final class Kinds {

    private static final Set<String> CATALOG = Set.of("backstage.io/v1alpha1", "backstage.io/v1beta1");
    private static final Set<String> SCAFFOLDER =
            Set.of("scaffolder.backstage.io/v1beta3", "backstage.io/v1beta2", "scaffolder.backstage.io/v1beta2");

    private static final Field OWNER = ref("owner", RelationType.OWNED_BY, "group");
    private static final Field SYSTEM = ref("system", RelationType.PART_OF, "system");
    private static final Field DEPENDS_ON = refs("dependsOn", RelationType.DEPENDS_ON, null);
    private static final Field DEPENDENCY_OF =
            refs("dependencyOf", RelationType.DEPENDS_ON, null).inverted();

    private static final Map<String, List<Field>> FIELDS = Map.of(
            "component",
            List.of(
                    text("type").must(),
                    text("lifecycle").must(),
                    OWNER.must(),
                    SYSTEM,
                    ref("subcomponentOf", RelationType.PART_OF, "component"),
                    refs("providesApis", RelationType.PROVIDES_API, "api"),
                    refs("consumesApis", RelationType.CONSUMES_API, "api"),
                    DEPENDS_ON,
                    DEPENDENCY_OF),
            "api",
            List.of(
                    text("type").must(),
                    text("lifecycle").must(),
                    OWNER.must(),
                    text("definition").must(),
                    SYSTEM),
            "resource",
            List.of(text("type").must(), OWNER.must(), SYSTEM, DEPENDS_ON, DEPENDENCY_OF),
            "system",
            List.of(OWNER.must(), text("type"), ref("domain", RelationType.PART_OF, "domain")),
            "domain",
            List.of(OWNER.must(), text("type"), ref("subdomainOf", RelationType.PART_OF, "domain")),
            "group",
            List.of(
                    text("type").must(),
                    refs("children", RelationType.CHILD_OF, "group").inverted().must(),
                    ref("parent", RelationType.CHILD_OF, "group"),
                    refs("members", RelationType.MEMBER_OF, "user").inverted(),
                    Field.of("profile", Field.Shape.PROFILE)),
            "user",
            List.of(refs("memberOf", RelationType.MEMBER_OF, "group"), Field.of("profile", Field.Shape.PROFILE)),
            "location",
            List.of(text("type"), text("target"), texts("targets"), text("presence")),
            "template",
            List.of(
                    text("type").must(),
                    Field.of("steps", Field.Shape.STEPS).must(),
                    ref("owner", RelationType.OWNED_BY, "group")));

    /** What these fields are called wherever kinds of one's own have them. */
    private static final List<Field> COMMON = List.of(
            OWNER,
            SYSTEM,
            ref("domain", RelationType.PART_OF, "domain"),
            refs("providesApis", RelationType.PROVIDES_API, "api"),
            refs("consumesApis", RelationType.CONSUMES_API, "api"),
            DEPENDS_ON,
            DEPENDENCY_OF);

    private static final Map<String, List<Field>> RELATING = FIELDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    kind -> kind.getValue().stream()
                            .filter(field -> field.relation() != null)
                            .toList()));

    private Kinds() {}

    /** The fields of this kind's spec; none for an unknown kind. */
    static List<Field> fields(String kind) {
        return FIELDS.getOrDefault(kind.toLowerCase(Locale.ROOT), List.of());
    }

    /** The fields that declare relations; of an unknown kind those that known kinds call by these names. */
    static List<Field> relating(String kind) {
        return RELATING.getOrDefault(kind.toLowerCase(Locale.ROOT), COMMON);
    }

    static boolean known(String kind) {
        return FIELDS.containsKey(kind.toLowerCase(Locale.ROOT));
    }

    /** Which versions a known kind is declared with. */
    static Set<String> apiVersions(String kind) {
        return kind.equalsIgnoreCase("template") ? SCAFFOLDER : CATALOG;
    }
}
