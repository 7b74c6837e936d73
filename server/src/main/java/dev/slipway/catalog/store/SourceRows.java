package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that were read, and what parts of Slipway bring by themselves. */
@Repository
public class SourceRows {

    /** Stands for a repository where a part of Slipway brings entities; the path is the part's name. */
    public static final String WITHIN_SLIPWAY = "";

    private final JdbcClient database;

    public SourceRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A file that was read.
     *
     * @param content Git's id of what was read to its end; null while it is to be read again
     * @param includes what its placeholders named, as {@link #included} writes it
     * @param origin what first led to it when it was read; null where discovery found it by itself
     * @param missingSince when it was first found to be gone
     */
    public record Source(
            int id,
            String repository,
            String path,
            @Nullable String content,
            Set<String> includes,
            @Nullable String origin,
            @Nullable Instant missingSince) {}

    /** A file that a placeholder names, as it is kept. */
    public static String included(String repository, String path) {
        return repository + ":" + path;
    }

    /** The sources of a repository by path. */
    public Map<String, Source> of(String repository) {
        Map<String, Source> sources = new HashMap<>();
        database.sql(
                        "select id, repository, path, content, includes, origin, missing_since from catalog_sources where repository = ?")
                .param(repository)
                .query((rs, _) -> new Source(
                        rs.getInt(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        Set.of((String[]) rs.getArray(5).getArray()),
                        rs.getString(6),
                        Optional.ofNullable(rs.getTimestamp(7))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list()
                .forEach(source -> sources.put(source.path(), source));
        return sources;
    }

    /** The numbers of these files of a repository; new ones get one. */
    public Map<String, Integer> numbers(String repository, Collection<String> paths, Instant now) {
        String[] array = paths.toArray(String[]::new);
        database.sql("""
                        insert into catalog_sources (repository, path, read_at) select ?, path, ? from unnest(?) path
                        on conflict do nothing
                        """).params(repository, Timestamp.from(now), array).update();
        Map<String, Integer> numbers = new HashMap<>();
        database.sql("select path, id from catalog_sources where repository = ? and path = any (?)")
                .params(repository, array)
                .query(rs -> {
                    numbers.put(rs.getString(1), rs.getInt(2));
                });
        return numbers;
    }

    /**
     * A source that was read to its end.
     *
     * @param content Git's id of what it held
     * @param origin as {@link Source} has it
     */
    public record ReadSource(
            int id,
            String content,
            Set<String> includes,
            @Nullable String origin) {}

    /** How many bytes the documents of a repository's entities come to. */
    public long size(String repository) {
        return database.sql("select coalesce(sum(size), 0) from catalog_sources where repository = ?")
                .param(repository)
                .query(Long.class)
                .single();
    }

    /** Remembers that sources have been read. */
    public void read(List<ReadSource> sources, Instant now) {
        database.sql("""
                        update catalog_sources set content = row.content, includes = row.includes::text[], origin = row.origin,
                            missing_since = null, read_at = ?,
                            size = (select coalesce(sum(octet_length(document)), 0) from catalog_entities where source = row.id)
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as row (id, content, includes, origin) where row.id = catalog_sources.id
                        """)
                .params(
                        Timestamp.from(now),
                        Columns.numbers(sources, ReadSource::id),
                        Columns.texts(sources, ReadSource::content),
                        Columns.texts(sources, source -> Columns.array(List.copyOf(source.includes()))),
                        Columns.texts(sources, ReadSource::origin))
                .update();
    }

    /** Notes when sources were first found to be gone; one that comes back is read anew, as another may hold its entities then. */
    public void missing(Collection<Integer> sources, Instant now) {
        database.sql(
                        "update catalog_sources set missing_since = ?, content = '' where id = any (?) and missing_since is null")
                .params(Timestamp.from(now), sources.toArray(Integer[]::new))
                .update();
    }

    /** They are there after all. */
    public void found(Collection<Integer> sources) {
        database.sql("update catalog_sources set missing_since = null where id = any (?) and missing_since is not null")
                .param(sources.toArray(Integer[]::new))
                .update();
    }

    /** Removes sources with all that they brought. */
    public void remove(Collection<Integer> sources) {
        database.sql("delete from catalog_sources where id = any (?)")
                .param(sources.toArray(Integer[]::new))
                .update();
    }

    /** Has the sources read again that claim one of these entities, as its holder is gone or missing; answers their repositories. */
    public List<String> rereadClaimants(Collection<EntityRef> refs) {
        return database.sql("""
                        update catalog_sources set content = null
                        where id in (select source from catalog_claims where ref = any (?)) and missing_since is null
                        returning repository
                        """)
                .param(refs.stream().map(EntityRef::toString).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The paths of a repository that placeholders of other repositories' files name. */
    public Set<String> includedOf(String repository) {
        String beginning = included(repository, "");
        return new HashSet<>(database.sql("""
                        select distinct substr(include, ?) from catalog_sources, unnest(includes) include
                        where includes <> '{}' and repository <> ? and starts_with(include, ?)
                        """)
                .params(beginning.length() + 1, repository, beginning)
                .query(String.class)
                .list());
    }

    /** Has the files of other repositories read again that include one of these of a repository; answers their repositories. */
    public List<String> rereadIncluding(String repository, Collection<String> paths) {
        return database.sql("""
                        update catalog_sources set content = null where includes && ?::text[] and repository <> ? and missing_since is null
                        returning repository
                        """)
                .params(paths.stream().map(path -> included(repository, path)).toArray(String[]::new), repository)
                .query(String.class)
                .list();
    }

    /** Has the files read again whose Locations name files of a repository. */
    public void rereadNaming(String repository) {
        database.sql("""
                        update catalog_sources set content = null
                        where id in (select source from catalog_targets where repository = ?) and missing_since is null
                        """).param(repository).update();
    }

    /** Has a file read again, whatever it holds. */
    public void reread(String repository, String path) {
        database.sql("update catalog_sources set content = null where repository = ? and path = ?")
                .params(repository, path)
                .update();
    }

    /** Has every file of these repositories looked at again; what Slipway itself brings is in none. */
    public void due(Collection<String> repositories) {
        database.sql("""
                        insert into catalog_due (repository) select distinct name from unnest(?) name where name <> ''
                        on conflict (repository) do update set reasons = catalog_due.reasons + 1
                        """).param(repositories.toArray(String[]::new)).update();
    }

    /** A repository to look at, for so many reasons; none where a source of it is to be read again. */
    public record Due(String repository, int reasons) {}

    /** The repositories in which something is to be looked at or read again. */
    public List<Due> due() {
        return database.sql("""
                        select coalesce(d.repository, s.repository), coalesce(d.reasons, 0) from catalog_due d
                        full join (select distinct repository from catalog_sources where content is null) s
                        on s.repository = d.repository
                        where coalesce(d.repository, s.repository) <> ''
                        """)
                .query((rs, _) -> new Due(rs.getString(1), rs.getInt(2)))
                .list();
    }

    /** It has been looked at; reasons that came since stay. */
    public void settled(Due due) {
        database.sql("delete from catalog_due where repository = ? and reasons = ?")
                .params(due.repository(), due.reasons())
                .update();
    }

    /** The repositories with files that are gone and whose entities still stay. */
    public List<String> missing() {
        return database.sql(
                        "select distinct repository from catalog_sources where repository <> '' and missing_since is not null")
                .query(String.class)
                .list();
    }
}
