package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.graph.EntityOwners;
import dev.slipway.catalog.graph.Owner;
import dev.slipway.catalog.graph.Ownership;
import dev.slipway.catalog.graph.Ownerships;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for an entity, and what a group or a person answers for. */
@RestController
class OwnersApi {

    private static final int MOST_OWNED = 1_000;

    private final EntityLookup entities;
    private final EntityOwners owners;
    private final Ownerships ownerships;

    OwnersApi(EntityLookup entities, EntityOwners owners, Ownerships ownerships) {
        this.entities = entities;
        this.owners = owners;
        this.ownerships = ownerships;
    }

    /**
     * Who owns.
     *
     * @param owners empty when nobody does; a group's or a user's own entry when one was asked for
     * @param owned what a group or a user owns; null for any other entity
     */
    record OwnersBody(
            String ref, List<OwnerBody> owners, @Nullable OwnedBody owned) {}

    /**
     * A group or a user.
     *
     * @param exists whether the catalog knows it, or only the entity's file names it
     * @param parents the groups above it, nearest first
     * @param members of a group itself
     */
    record OwnerBody(
            String ref, @Nullable String title, boolean exists, List<NamedBody> parents, List<NamedBody> members) {}

    record NamedBody(String ref, @Nullable String title, boolean exists) {}

    /**
     * What is owned.
     *
     * @param total together with what is owned by {@code through}
     * @param through the groups below a group, or those that a user is a member of
     * @param entities by reference
     * @param complete whether {@code entities} and {@code through} are all
     */
    record OwnedBody(
            int total, Map<String, Integer> kinds, List<String> through, List<EntityLine> entities, boolean complete) {}

    @GetMapping("/api/v1/catalog/who-owns")
    @Access(Permission.VIEW)
    OwnersBody whoOwns(@RequestParam String ref) {
        CatalogEntity entity = entities.get("ref", ref);
        boolean owner = Set.of("group", "user").contains(entity.ref().kind());
        List<Owner> found = owner ? List.of(owners.described(entity.ref())) : owners.of(entity);
        return new OwnersBody(
                entity.ref().toString(),
                found.stream().map(OwnersApi::body).toList(),
                owner ? owned(entity.ref()) : null);
    }

    private static OwnerBody body(Owner owner) {
        return new OwnerBody(
                owner.who().ref().toString(),
                owner.who().title(),
                owner.who().exists(),
                owner.parents().stream().map(OwnersApi::body).toList(),
                owner.members().stream().map(OwnersApi::body).toList());
    }

    private static NamedBody body(Owner.Named named) {
        return new NamedBody(named.ref().toString(), named.title(), named.exists());
    }

    private OwnedBody owned(EntityRef ref) {
        Ownership ownership = ownerships.of(ref);
        List<EntityLine> lines = ownerships.entities(ownership, MOST_OWNED).stream()
                .map(row -> EntityLine.of(row.ref(), row))
                .toList();
        return new OwnedBody(
                ownership.together().total(),
                ownership.together().kinds().stream()
                        .collect(Collectors.toMap(Facet::value, Facet::count, Integer::sum, TreeMap::new)),
                ownership.inherited().stream()
                        .map(share -> share.owner().toString())
                        .toList(),
                lines,
                ownership.complete() && lines.size() == ownership.together().total());
    }
}
