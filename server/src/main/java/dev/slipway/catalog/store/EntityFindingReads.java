package dev.slipway.catalog.store;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.store.FindingReads.Found;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with one entity and with the file that declares it. */
@Repository
public class EntityFindingReads {

    private final JdbcClient database;

    public EntityFindingReads(JdbcClient database) {
        this.database = database;
    }

    /** Another document that claims the entity. */
    public record Rival(String repository, String path, int line) {}

    /** Its own problems, and those of documents of its file that nobody can tell the entity of. */
    public List<Found> problems(CatalogEntity entity, int most) {
        return database.sql("""
                        select repository, path, line, ref, field, message, expected from catalog_findings
                        where repository = ? and path = ? and (ref is null or ref = ?) order by line, col limit ?
                        """)
                .params(
                        entity.source().repository(),
                        entity.source().path(),
                        entity.ref().toString(),
                        most)
                .query(Found.class)
                .list();
    }

    /** How many problems other entities of its file have. */
    public int problemsOfOthers(CatalogEntity entity) {
        return database.sql("select count(*) from catalog_findings where repository = ? and path = ? and ref <> ?")
                .params(
                        entity.source().repository(),
                        entity.source().path(),
                        entity.ref().toString())
                .query(Integer.class)
                .single();
    }

    public List<Rival> rivals(CatalogEntity entity, int most) {
        return database.sql("""
                        select s.repository, s.path, c.line from catalog_claims c join catalog_sources s on s.id = c.source
                        where c.ref = ? order by 1, 2, 3 limit ?
                        """)
                .params(entity.ref().toString(), most)
                .query(Rival.class)
                .list();
    }

    /** Since when its file is gone or declares it no longer; empty while it does. */
    public Optional<Instant> goneSince(CatalogEntity entity) {
        return database.sql("""
                        select least(s.missing_since, e.missing_since) from catalog_entities e join catalog_sources s on s.id = e.source
                        where e.ref = ? and (s.missing_since is not null or e.missing_since is not null)
                        """)
                .param(entity.ref().toString())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
