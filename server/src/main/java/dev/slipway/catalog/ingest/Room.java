package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRow;
import dev.slipway.documents.yaml.Place;
import dev.slipway.entities.EntityProblem;
import dev.slipway.entities.EntityRef;
import org.springframework.util.unit.DataSize;

/** How much a repository may still bring, so that none fills the database for all. */
final class Room {

    private final String repository;
    private final DataSize limit;
    private long left;

    /** @param taken bytes of the documents that the repository has brought already */
    Room(String repository, DataSize limit, long taken) {
        this.repository = repository;
        this.limit = limit;
        this.left = limit.toBytes() - taken;
    }

    /**
     * Whether there is room for the entity, which takes it.
     *
     * @param before bytes that it took until now
     */
    boolean takes(EntityRow row, int before) {
        long size = (long) row.document().length() - before;
        if (size > left) {
            return false;
        }
        left -= size;
        return true;
    }

    /** What is said of an entity for which there is none. */
    EntityProblem refusal(EntityRef ref, Place place) {
        return new EntityProblem(
                place,
                "",
                "There is no room for " + ref + ": the entities of " + repository + " come to more than "
                        + limit.toMegabytes() + " MB.",
                "less text in the repository's entities, or a larger slipway.catalog.repository-limit;"
                        + " the file is read again when it changes");
    }
}
