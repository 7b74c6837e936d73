package dev.slipway.entities;

import java.util.List;
import java.util.Optional;

/** What reading one document came to. */
public sealed interface Reading {

    /**
     * The document is an entity.
     *
     * @param places of its values, for who finds something wrong with it later
     */
    record Taken(Entity entity, Places places) implements Reading {}

    /**
     * The document is not an entity that can be taken.
     *
     * @param ref which entity it would have been, as far as that can be read
     * @param problems all of them, never empty
     */
    record Refused(Optional<EntityRef> ref, List<EntityProblem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
