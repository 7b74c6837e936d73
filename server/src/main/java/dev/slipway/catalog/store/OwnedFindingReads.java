package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with the entities of certain owners. */
@Repository
public class OwnedFindingReads {

    private static final String LOOSE = """
            from catalog_entities e join catalog_relations l on l.declared_by = e.id
            join catalog_refs r on r.id in (l.source, l.target)
            where e.owner = any (?) and not exists (select from catalog_entities known where known.id = r.id)
            """;

    private final JdbcClient database;

    public OwnedFindingReads(JdbcClient database) {
        this.database = database;
    }

    /** An entity that names one that does not exist. */
    public record Loose(EntityRef ref, EntityRef missing) {}

    /**
     * How many of their entities there are in each state.
     *
     * @param loose those that name something that does not exist
     * @param problems those whose document cannot be taken as it is now
     */
    public record Counts(int loose, int problems, int deprecated) {

        public boolean good() {
            return loose + problems + deprecated == 0;
        }
    }

    public Counts counts(Collection<EntityRef> owners) {
        String[] texts = texts(owners);
        return database.sql("""
                        select (select count(distinct e.id) %s) as loose,
                            (select count(*) from catalog_entities e where e.owner = any (?)
                                and exists (select from catalog_problems p where p.ref = e.ref)) as problems,
                            (select count(*) from catalog_entities e where e.owner = any (?) and e.lifecycle = 'deprecated') as deprecated
                        """.formatted(LOOSE))
                .params(texts, texts, texts)
                .query(Counts.class)
                .single();
    }

    public List<Loose> loose(Collection<EntityRef> owners, int most) {
        return database.sql("select distinct e.ref, r.ref " + LOOSE + " order by 1, 2 limit ?")
                .params(texts(owners), most)
                .query((rs, _) -> new Loose(EntityRef.parse(rs.getString(1), ""), EntityRef.parse(rs.getString(2), "")))
                .list();
    }

    private static String[] texts(Collection<EntityRef> owners) {
        return owners.stream().map(EntityRef::toString).toArray(String[]::new);
    }
}
