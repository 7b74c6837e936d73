package dev.slipway.catalog;

import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * An entity with its relations.
 *
 * @param declared what its file says, with uid, etag and annotations of its location, as a JSON object
 * @param status what is wrong with its document now, as Backstage's {@code status}; null when nothing is
 * @param source where it was read
 */
public record CatalogEntity(
        EntityRef ref,
        UUID uid,
        String declared,
        List<EntityRelation> relations,
        @Nullable String status,
        EntitySource source) {

    public CatalogEntity {
        relations = List.copyOf(relations);
    }

    /**
     * A relation as seen from the entity.
     *
     * @param type for example {@code ownedBy} or {@code ownerOf}
     * @param target the other entity, which the catalog may not know
     */
    public record EntityRelation(String type, EntityRef target) {}

    /**
     * The file that declares an entity.
     *
     * @param repository {@code organisation/name}; empty when a part of Slipway declares it
     */
    public record EntitySource(String repository, String path) {}

    /** The whole entity as Backstage's API answers it: a JSON object. */
    public String json() {
        StringBuilder json = new StringBuilder(declared.length() + 64 * relations.size() + 16)
                .append(declared, 0, declared.length() - 1)
                .append(",\"relations\":[");
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        for (int i = 0; i < relations.size(); i++) {
            EntityRelation relation = relations.get(i);
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"")
                    .append(relation.type())
                    .append("\",\"targetRef\":\"");
            encoder.quoteAsString(relation.target().toString(), json);
            json.append("\"}");
        }
        json.append(']');
        if (status != null) {
            json.append(",\"status\":").append(status);
        }
        return json.append('}').toString();
    }
}
