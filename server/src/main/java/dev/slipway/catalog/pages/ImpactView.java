package dev.slipway.catalog.pages;

import dev.slipway.catalog.graph.Impact;
import dev.slipway.catalog.graph.Impact.Item;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is affected if an entity breaks, or what it needs: counted, and one page of it.
 *
 * @param needed whether it is what the entity needs
 * @param kind only of this kind; empty for all
 * @param owner only of this owner, {@code none} for those without one; empty for all
 * @param page from 1
 * @param names of all that it may show
 */
public record ImpactView(
        EntityRef ref, Impact impact, boolean needed, String kind, String owner, int page, Names names) {

    static final int PER_PAGE = 100;
    private static final String NONE = "none";

    /** A value, how many have it, and where those are. */
    public record Share(String value, String label, int count, boolean chosen, String address) {}

    public List<Share> kinds() {
        return shares(
                all(owner, ""), item -> item.ref().kind(), CatalogLinks::kind, kind, value -> address(value, owner));
    }

    public List<Share> owners() {
        return shares(
                all("", kind),
                ImpactView::ownerOf,
                value -> References.parse(value).map(names::of).orElse("without owner"),
                owner,
                value -> address(kind, value));
    }

    private static List<Share> shares(
            List<Item> items,
            Function<Item, String> value,
            Function<String, String> label,
            String chosen,
            Function<String, String> address) {
        Map<String, Integer> counts =
                items.stream().collect(Collectors.groupingBy(value, Collectors.summingInt(_ -> 1)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Share(
                        each.getKey(),
                        label.apply(each.getKey()),
                        each.getValue(),
                        each.getKey().equals(chosen),
                        address.apply(each.getKey().equals(chosen) ? "" : each.getKey())))
                .toList();
    }

    private static String ownerOf(Item item) {
        EntityRef owner = item.owner();
        return owner == null ? NONE : owner.toString();
    }

    private List<Item> all(String ofOwner, String ofKind) {
        return impact.levels().stream()
                .flatMap(level -> level.items().stream())
                .filter(item -> ofKind.isEmpty() || item.ref().kind().equals(ofKind))
                .filter(item -> ofOwner.isEmpty() || ownerOf(item).equals(ofOwner))
                .toList();
    }

    /** Those that are chosen, on all pages. */
    public int found() {
        return all(owner, kind).size();
    }

    public int pages() {
        return Math.max(1, (found() + PER_PAGE - 1) / PER_PAGE);
    }

    /** Those of this page by distance. */
    public List<Impact.Level> levels() {
        Map<Integer, List<Item>> levels = all(owner, kind).stream()
                .skip((page - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .collect(Collectors.groupingBy(item -> item.why().size(), TreeMap::new, Collectors.toList()));
        return levels.entrySet().stream()
                .map(level -> new Impact.Level(level.getKey(), level.getValue()))
                .toList();
    }

    /** Those between an entity and the one that it is about, its own neighbour first. */
    public List<EntityRef> between(Item item) {
        Set<EntityRef> between = new LinkedHashSet<>();
        EntityRef at = item.ref();
        for (Relation relation : item.why()) {
            at = relation.source().equals(at) ? relation.target() : relation.source();
            between.add(at);
        }
        between.remove(ref);
        return List.copyOf(between);
    }

    /** How an entity is connected with its neighbour on the way, as a sentence goes on. */
    public String how(Item item) {
        if (item.why().isEmpty()) {
            return "";
        }
        Relation relation = item.why().getFirst();
        return RelationGroup.verb(
                relation.source().equals(item.ref())
                        ? relation.type().forward()
                        : relation.type().inverse());
    }

    public String page(int other) {
        String all = address(kind, owner);
        return all + (all.contains("?") ? "&" : "?") + "page=" + other;
    }

    /** The same of what it needs, or of those that need it. */
    public String way(boolean wanted) {
        return EntityTab.IMPACT.of(ref) + (wanted ? "?way=needed" : "");
    }

    private String address(String ofKind, String ofOwner) {
        String parameters = (needed ? "&way=needed" : "")
                + (ofKind.isEmpty() ? "" : "&kind=" + CatalogLinks.encoded(ofKind))
                + (ofOwner.isEmpty() ? "" : "&owner=" + CatalogLinks.encoded(ofOwner));
        return EntityTab.IMPACT.of(ref) + (parameters.isEmpty() ? "" : "?" + parameters.substring(1));
    }
}
