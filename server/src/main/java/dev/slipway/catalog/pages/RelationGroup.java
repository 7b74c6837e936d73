package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The relations of one type.
 *
 * @param shown the first of them, by reference
 * @param total how many there are
 */
public record RelationGroup(String type, String label, List<EntityRef> shown, int total) {

    private static final int MOST = 50;

    static List<RelationGroup> of(EntityView view) {
        Map<String, List<EntityRef>> byType = new LinkedHashMap<>();
        view.stored()
                .relations()
                .forEach(relation -> byType.computeIfAbsent(relation.type(), _ -> new ArrayList<>())
                        .add(relation.target()));
        return byType.entrySet().stream()
                .map(each -> new RelationGroup(
                        each.getKey(),
                        label(each.getKey()),
                        each.getValue()
                                .subList(0, Math.min(MOST, each.getValue().size())),
                        each.getValue().size()))
                .toList();
    }

    public int more() {
        return total - shown.size();
    }

    /** Where all of them are listed, for the entity that has them. */
    public String list(EntityRef ref) {
        return switch (type) {
            case "ownerOf" -> CatalogLinks.owned(ref);
            case "hasPart" ->
                ref.kind().equals("system")
                        ? "/catalog?system=" + CatalogLinks.encoded(ref.toString())
                        : EntityTab.IMPACT.of(ref);
            case "dependencyOf", "apiConsumedBy", "apiProvidedBy" -> EntityTab.IMPACT.of(ref);
            case "dependsOn", "consumesApi", "providesApi" -> EntityTab.IMPACT.of(ref) + "?way=needed";
            case "hasMember", "parentOf", "memberOf", "childOf" -> EntityTab.OWNERSHIP.of(ref);
            default -> EntityTab.GRAPH.of(ref);
        };
    }

    /** A type as it stands between two entities. */
    static String verb(String type) {
        return switch (type) {
            case "ownedBy" -> "owned by";
            case "ownerOf" -> "owns";
            case "providesApi" -> "provides";
            case "apiProvidedBy" -> "provided by";
            case "consumesApi" -> "consumes";
            case "apiConsumedBy" -> "consumed by";
            case "dependsOn" -> "depends on";
            case "dependencyOf" -> "needed by";
            case "childOf" -> "below";
            case "parentOf" -> "above";
            case "memberOf" -> "member of";
            case "hasMember" -> "has as a member";
            case "partOf" -> "part of";
            case "hasPart" -> "contains";
            default -> type;
        };
    }

    private static String label(String type) {
        return switch (type) {
            case "ownedBy" -> "Owned by";
            case "ownerOf" -> "Owns";
            case "providesApi" -> "Provides";
            case "apiProvidedBy" -> "Provided by";
            case "consumesApi" -> "Consumes";
            case "apiConsumedBy" -> "Consumed by";
            case "dependsOn" -> "Depends on";
            case "dependencyOf" -> "Needed by";
            case "childOf" -> "Parent";
            case "parentOf" -> "Children";
            case "memberOf" -> "Member of";
            case "hasMember" -> "Members";
            case "partOf" -> "Part of";
            case "hasPart" -> "Parts";
            default -> type;
        };
    }
}
