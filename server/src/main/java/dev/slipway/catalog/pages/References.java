package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.util.Optional;

/** Reads references that people may have typed into an address. */
final class References {

    private References() {}

    static Optional<EntityRef> parse(String text) {
        try {
            return Optional.of(EntityRef.parse(text, ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
