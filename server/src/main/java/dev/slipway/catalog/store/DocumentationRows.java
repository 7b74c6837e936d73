package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents' headings the words of entities hold. Every method joins the caller's transaction. */
@Repository
public class DocumentationRows {

    private static final String REFERENCE = "backstage.io/techdocs-ref";
    private static final Long[] TERM = {Terms.of("metadata.annotations." + REFERENCE)};

    private final JdbcClient database;
    private final WordRows words;

    public DocumentationRows(JdbcClient database, WordRows words) {
        this.database = database;
        this.words = words;
    }

    /**
     * An entity that names its documentation, or did.
     *
     * @param path of the file that declares it
     * @param reference for example {@code dir:.}; null when it names none any more
     * @param content what was read; null when nothing was
     */
    public record Documented(
            int entity,
            String path,
            @Nullable String reference,
            @Nullable String content) {}

    private static final String DOCUMENTED = """
            select e.id as entity, s.path, e.document::json #>> array['metadata', 'annotations', ?] as reference, d.content
            from catalog_sources s join catalog_entities e on e.source = s.id
            left join catalog_documentation d on d.entity = e.id
            where s.repository = ? and (e.terms @> ? or d.entity is not null)
            """;

    /** Those that files of a repository declare. */
    public List<Documented> in(String repository) {
        return database.sql(DOCUMENTED)
                .params(REFERENCE, repository, TERM)
                .query(Documented.class)
                .list();
    }

    /** Of these entities those that files of a repository declare. */
    public List<Documented> in(String repository, Collection<EntityRef> entities) {
        return database.sql(DOCUMENTED + " and e.ref = any (?)")
                .params(
                        REFERENCE,
                        repository,
                        TERM,
                        entities.stream().map(EntityRef::toString).toArray(String[]::new))
                .query(Documented.class)
                .list();
    }

    /** Has entities found by the words of these headings, and no longer by those of others. */
    public void write(Collection<Integer> entities, String content, String headings) {
        Integer[] ids = entities.toArray(Integer[]::new);
        database.sql("""
                        update catalog_entities e set words = ts_filter(e.words, '{a,b,c}') || found.headings
                        from (select setweight(to_tsvector('simple', ?), 'D') as headings) found
                        where e.id = any (?) and e.words <> ts_filter(e.words, '{a,b,c}') || found.headings
                        """).params(headings, ids).update();
        database.sql("""
                        insert into catalog_documentation (entity, content) select id, ? from catalog_entities where id = any (?)
                        on conflict (entity) do update set content = excluded.content
                        """).params(content, ids).update();
        words.add(List.of(headings));
    }

    /** Has entities found by no headings. */
    public void clear(Collection<Integer> entities) {
        Integer[] ids = entities.toArray(Integer[]::new);
        database.sql("update catalog_entities set words = ts_filter(words, '{a,b,c}') where id = any (?)")
                .param((Object) ids)
                .update();
        database.sql("delete from catalog_documentation where entity = any (?)")
                .param((Object) ids)
                .update();
    }
}
