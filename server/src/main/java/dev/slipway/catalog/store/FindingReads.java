package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong in the catalog, for those who look after it. */
@Repository
public class FindingReads {

    /** Components and the like: what somebody must answer for. */
    private static final String OWNED_KINDS = "('component', 'api', 'resource', 'system', 'domain', 'template')";

    private final JdbcClient database;

    public FindingReads(JdbcClient database) {
        this.database = database;
    }

    /** A repository that could not be read when it was last looked at, and since when it cannot. */
    public record Unreadable(String repository, String reason, Instant since) {}

    /** A problem where it is; {@code ref} as far as it is known. */
    public record Found(
            String repository,
            String path,
            int line,
            @Nullable String ref,
            String field,
            String message,
            String expected) {}

    /** A document that claims an entity that another file holds. */
    public record Conflict(
            EntityRef ref, String repository, String path, int line, String holderRepository, String holderPath) {}

    /** A reference that nothing answers to, and how many name it. */
    public record Orphan(EntityRef ref, int count, EntityRef example) {}

    /** An entity that nobody owns; {@code owner} is who is named and does not exist, null where nobody is named. */
    public record Ownerless(EntityRef ref, @Nullable EntityRef owner) {}

    /** An entity that stays for a while though its file is gone or declares it no longer. */
    public record Gone(EntityRef ref, String repository, String path, Instant since) {}

    /** How many there are of each. */
    public record Counts(
            int entities,
            int sources,
            int unreadable,
            int problems,
            int conflicts,
            int orphans,
            int ownerless,
            int gone) {}

    public Counts counts() {
        return database.sql("""
                        select (select count(*) from catalog_entities) as entities, (select count(*) from catalog_sources) as sources,
                            (select count(*) from catalog_unread) as unreadable,
                            (select count(*) from catalog_findings) as problems, (select count(*) from catalog_claims) as conflicts,
                            (select count(distinct r.id) from catalog_refs r join catalog_relations l on l.target = r.id or l.source = r.id
                                where not exists (select from catalog_entities e where e.id = r.id)) as orphans,
                            (select count(*) from catalog_entities e where %s) as ownerless,
                            (select count(*) from catalog_entities e where e.missing_since is not null or e.source in
                                (select id from catalog_sources where missing_since is not null)) as gone
                        """.formatted(withoutOwner())).query(Counts.class).single();
    }

    /**
     * Those that cannot be read for longest, first.
     *
     * @param from how many to leave out, here and below
     */
    public List<Unreadable> unreadable(int from, int most) {
        return database.sql(
                        "select repository, reason, since from catalog_unread order by since, repository limit ? offset ?")
                .params(most, from)
                .query((rs, _) -> new Unreadable(
                        rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant()))
                .list();
    }

    /** By source and place. */
    public List<Found> problems(int from, int most) {
        return database.sql("""
                        select repository, path, line, ref, field, message, expected from catalog_findings
                        order by repository, path, line, col limit ? offset ?
                        """).params(most, from).query(Found.class).list();
    }

    public List<Conflict> conflicts(int from, int most) {
        return database.sql("""
                        select c.ref, s.repository, s.path, c.line, h.repository, h.path from catalog_claims c
                        join catalog_sources s on s.id = c.source
                        join catalog_entities e on e.ref = c.ref join catalog_sources h on h.id = e.source
                        order by c.ref, s.repository, s.path limit ? offset ?
                        """)
                .params(most, from)
                .query((rs, _) -> new Conflict(
                        EntityRef.parse(rs.getString(1), ""),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getInt(4),
                        rs.getString(5),
                        rs.getString(6)))
                .list();
    }

    /** Those of the references that a file declares, whether its entity counts or only its claim. */
    public Set<String> inFiles(Collection<String> refs) {
        String[] texts = refs.toArray(String[]::new);
        return database.sql("""
                        select e.ref from catalog_entities e join catalog_sources s on s.id = e.source
                        where e.ref = any (?) and s.repository <> ''
                        union select c.ref from catalog_claims c join catalog_sources s on s.id = c.source
                        where c.ref = any (?) and s.repository <> ''
                        """).params(texts, texts).query(String.class).set();
    }

    /** The most named first. */
    public List<Orphan> orphans(int from, int most) {
        return database.sql("""
                        select r.ref, count(*), min(e.ref) from catalog_refs r
                        join catalog_relations l on l.target = r.id or l.source = r.id
                        join catalog_entities e on e.id = l.declared_by
                        where not exists (select from catalog_entities known where known.id = r.id)
                        group by r.ref order by 2 desc, 1 limit ? offset ?
                        """)
                .params(most, from)
                .query((rs, _) -> new Orphan(
                        EntityRef.parse(rs.getString(1), ""), rs.getInt(2), EntityRef.parse(rs.getString(3), "")))
                .list();
    }

    public List<Ownerless> ownerless(int from, int most) {
        return database.sql("select e.ref, e.owner from catalog_entities e where " + withoutOwner()
                        + " order by e.ref limit ? offset ?")
                .params(most, from)
                .query((rs, _) -> new Ownerless(
                        EntityRef.parse(rs.getString(1), ""),
                        rs.getString(2) == null ? null : EntityRef.parse(rs.getString(2), "")))
                .list();
    }

    /** Those that go first, first. */
    public List<Gone> gone(int from, int most) {
        return database.sql("""
                        select e.ref, s.repository, s.path, least(s.missing_since, e.missing_since) as since from catalog_entities e
                        join catalog_sources s on s.id = e.source where s.missing_since is not null or e.missing_since is not null
                        order by since, e.ref limit ? offset ?
                        """)
                .params(most, from)
                .query((rs, _) -> new Gone(
                        EntityRef.parse(rs.getString(1), ""),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    /** Whoever is named must exist, whatever names them; that somebody is named can be asked of known kinds alone. */
    private static String withoutOwner() {
        return "case when e.owner is null then e.kind in " + OWNED_KINDS
                + " else not exists (select from catalog_entities o where o.ref = e.owner) end";
    }
}
