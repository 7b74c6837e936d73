package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every page of an entity knows.
 *
 * @param names of the related entities
 */
public record EntityView(CatalogEntity stored, Entity entity, Names names, EntityTab tab) {

    private static final Set<String> OWNED = Set.of("component", "api", "resource", "system", "domain", "template");

    public EntityRef ref() {
        return stored.ref();
    }

    /** The kind as it was written. */
    public String kind() {
        return entity.kind();
    }

    public String title() {
        return entity.label().orElse(entity.name());
    }

    /** Whether it owns rather than is owned. */
    public boolean people() {
        return ref().kind().equals("group") || ref().kind().equals("user");
    }

    /** Whether it is of a kind that somebody must answer for. */
    public boolean owned() {
        return OWNED.contains(ref().kind());
    }

    public List<EntityTab> tabs() {
        return EntityTab.of(ref().kind());
    }

    /** The entities that it has this relation to. */
    public List<EntityRef> related(String type) {
        return stored.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .map(EntityRelation::target)
                .toList();
    }

    /** A text below {@code spec}; empty when there is none. */
    public String spec(String field) {
        return entity.text("spec", field).orElse("");
    }

    /** The portal's page of the file; empty when a part of Slipway declares the entity. */
    public Optional<String> filePage() {
        return SourceLinks.file(stored.source().repository(), stored.source().path());
    }
}
