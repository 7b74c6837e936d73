package dev.slipway.catalog.search;

import dev.slipway.entities.EntityRef;
import java.util.Set;

/**
 * What was found of entities of which only some documents were read.
 *
 * @param withheld the entities whose documents were not read
 * @param bytes of all documents, also of those
 */
record Look<T>(T found, Set<EntityRef> withheld, long bytes) {

    Look {
        withheld = Set.copyOf(withheld);
    }

    boolean complete() {
        return withheld.isEmpty();
    }
}
