package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRows;
import dev.slipway.catalog.store.EntityRows.Content;
import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells renamed entities from removed ones: of one file, an entity that is gone and one that is new, of the same kind and with the same
 * {@code spec}, where no other two are alike. Asks for as much as one transaction takes.
 */
final class Renames {

    private final EntityRows entities;
    private final Map<Integer, Map<Content, List<EntityRef>>> gone = new HashMap<>();

    Renames(EntityRows entities) {
        this.entities = entities;
    }

    /** Before they are removed: what a source held and holds no longer. */
    void gone(int source, Collection<EntityRef> refs) {
        if (!refs.isEmpty()) {
            gone.put(source, byContent(refs));
        }
    }

    /** After all is written: the new reference of each renamed entity of a source, which has these that it had not before. */
    Map<EntityRef, EntityRef> of(int source, Set<EntityRef> added) {
        Map<Content, List<EntityRef>> before = gone.getOrDefault(source, Map.of());
        if (before.isEmpty() || added.isEmpty()) {
            return Map.of();
        }
        Map<Content, List<EntityRef>> after = byContent(added);
        Map<EntityRef, EntityRef> renamed = new HashMap<>();
        before.forEach((content, old) -> {
            List<EntityRef> alike = after.getOrDefault(content, List.of());
            if (old.size() == 1 && alike.size() == 1) {
                renamed.put(old.getFirst(), alike.getFirst());
            }
        });
        return renamed;
    }

    private Map<Content, List<EntityRef>> byContent(Collection<EntityRef> refs) {
        return entities.contents(refs).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }
}
