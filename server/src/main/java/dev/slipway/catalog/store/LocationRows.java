package dev.slipway.catalog.store;

import dev.slipway.catalog.CatalogLocation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registered locations. */
@Repository
public class LocationRows {

    private final JdbcClient database;

    public LocationRows(JdbcClient database) {
        this.database = database;
    }

    public List<CatalogLocation> all() {
        return database.sql("select id, type, target from catalog_locations order by added_at, id")
                .query(CatalogLocation.class)
                .list();
    }

    public Optional<CatalogLocation> find(UUID id) {
        return database.sql("select id, type, target from catalog_locations where id = ?")
                .param(id)
                .query(CatalogLocation.class)
                .optional();
    }

    public Optional<CatalogLocation> find(String target) {
        return database.sql("select id, type, target from catalog_locations where target = ?")
                .param(target)
                .query(CatalogLocation.class)
                .optional();
    }

    /** Adds a location with the files it means. */
    public void add(CatalogLocation location, String repository, String pattern, String account, Instant now) {
        database.sql("insert into catalog_locations (id, type, target, added_by, added_at) values (?, ?, ?, ?, ?)")
                .params(location.id(), location.type(), location.target(), account, Timestamp.from(now))
                .update();
        name(location.id(), repository, pattern);
    }

    /** Has a location mean other files. */
    public void change(UUID id, String target, String repository, String pattern) {
        database.sql("update catalog_locations set target = ? where id = ?")
                .params(target, id)
                .update();
        database.sql("delete from catalog_targets where location = ?").param(id).update();
        name(id, repository, pattern);
    }

    private void name(UUID id, String repository, String pattern) {
        database.sql("insert into catalog_targets (location, repository, pattern, required) values (?, ?, ?, true)")
                .params(id, repository, pattern)
                .update();
    }

    /** The registered locations whose files are in this repository, with their patterns. */
    public List<Named> in(String repository) {
        return database.sql("""
                        select l.id, l.type, l.target, t.pattern from catalog_locations l
                        join catalog_targets t on t.location = l.id where t.repository = ? order by l.added_at
                        """).param(repository).query(Named.class).list();
    }

    /** A location with the files it means. */
    public record Named(UUID id, String type, String target, String pattern) {}

    /** The repository that a location's files are in. */
    public List<String> repositories(UUID id) {
        return database.sql("select repository from catalog_targets where location = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    public void remove(UUID id) {
        database.sql("delete from catalog_locations where id = ?").param(id).update();
    }
}
