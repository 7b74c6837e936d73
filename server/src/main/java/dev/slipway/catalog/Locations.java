package dev.slipway.catalog;

import dev.slipway.documents.tree.PathPattern;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The locations that people registered, beside what discovery finds by itself. */
public interface Locations {

    List<CatalogLocation> all();

    Optional<CatalogLocation> find(UUID id);

    /** The location that an entity came from: a registered one, or the file's own. */
    Optional<CatalogLocation> of(EntityRef entity);

    /** The entities of the files at a URL, without taking them; problems are a {@link CatalogException} with INVALID. */
    List<Entity> look(String target);

    /** What the placeholders of an entity mean that is to lie in the file at a URL. */
    Includes includesAt(String url);

    /**
     * What a URL means.
     *
     * @throws CatalogException with INVALID when it is no file of a repository that the catalog reads
     */
    Target target(String url);

    /**
     * Files of a repository.
     *
     * @param pattern a path, or a glob of paths
     * @param read whether the catalog reads all of them already, found by itself or registered
     */
    record Target(String repository, String pattern, boolean read) {

        /** Whether a source is one of these files. */
        public boolean names(CatalogEntity.EntitySource source) {
            return source.repository().equals(repository) && new PathPattern(pattern).matches(source.path());
        }
    }

    /**
     * Registers a location and has it read; one that is registered already is only read again.
     *
     * @param id of the location, unless its target is registered already
     * @throws CatalogException with INVALID when the URL is no file of a repository that the catalog reads
     */
    CatalogLocation register(UUID id, String target, Actor actor);

    /** As {@link #register(UUID, String, Actor)}, with an id of its own. */
    default CatalogLocation register(String target, Actor actor) {
        return register(UUID.randomUUID(), target, actor);
    }

    /**
     * Has a location mean another file; what the old one alone brought goes.
     *
     * @throws CatalogException with NOT_FOUND, INVALID as when it is registered, or CONFLICT when another location means the file
     */
    CatalogLocation change(UUID id, String target, Actor actor);

    /**
     * Looks what a repository has for the catalog.
     *
     * @param url of a repository or of a file in one
     * @param fileName which files describe entities; null for those that discovery reads
     * @throws CatalogException with INVALID for a repository that the catalog does not read, and for files with problems
     */
    LocationAnalysis analyze(String url, @Nullable String fileName);

    /** Removes a location with what it alone brought. */
    void remove(UUID id, Actor actor);

    /** Has the file read again that an entity comes from. */
    void refresh(EntityRef entity);
}
