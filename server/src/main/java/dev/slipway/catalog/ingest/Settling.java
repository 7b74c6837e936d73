package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRows;

/**
 * Has the database count anew while much is written, each time there is four times as much: what it believes of tables that
 * were small a moment ago makes it search them from end to end.
 */
final class Settling {

    private static final int MANY = 1000;
    private static final int GROWTH = 4;

    private final EntityRows entities;
    private int written;
    private int next = MANY;

    Settling(EntityRows entities) {
        this.entities = entities;
    }

    /** So many entities more have been written or removed. */
    void changed(int more) {
        written += more;
        if (written >= next) {
            next = written * GROWTH;
            entities.count();
        }
    }

    /** Nothing more is to come. */
    void end() {
        if (written >= MANY) {
            entities.settle();
        } else if (written > 0) {
            entities.sortIn();
        }
    }
}
