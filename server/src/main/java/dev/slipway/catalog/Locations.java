package dev.slipway.catalog;

import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The locations that people registered, beside what discovery finds by itself. */
public interface Locations {

    List<CatalogLocation> all();

    Optional<CatalogLocation> find(UUID id);

    /** The location that an entity came from: a registered one, or the file's own. */
    Optional<CatalogLocation> of(EntityRef entity);

    /** The entities of the files at a URL, without taking them; problems are a {@link CatalogException} with INVALID. */
    List<Entity> look(String target);

    /**
     * Registers a location and has it read. Registering it again changes nothing.
     *
     * @throws CatalogException with INVALID when the URL is no file of a repository that the catalog reads
     */
    CatalogLocation register(String target, Actor actor);

    /** Removes a location with what it alone brought. */
    void remove(UUID id, Actor actor);

    /** Has the file read again that an entity comes from. */
    void refresh(EntityRef entity);
}
