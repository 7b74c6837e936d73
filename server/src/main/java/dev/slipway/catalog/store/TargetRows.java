package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files Location entities and registered locations name. */
@Repository
public class TargetRows {

    private final JdbcClient database;

    public TargetRows(JdbcClient database) {
        this.database = database;
    }

    /** A file, or files by glob, of a repository. */
    public record Target(String repository, String pattern, boolean required) {}

    /** Which entity names it, in which field, and where that stands. */
    public record Naming(EntityRef by, String field, int line, int column) {}

    /** The targets in a repository, of sources and registered locations. */
    public List<Target> in(String repository) {
        return database.sql("select distinct repository, pattern, required from catalog_targets where repository = ?")
                .param(repository)
                .query(Target.class)
                .list();
    }

    /** A file whose Location names files. */
    public record NamedBy(String pattern, String repository, String path) {}

    /** Which sources' Locations name files of a repository. */
    public List<NamedBy> namedBy(String repository) {
        return database.sql("""
                        select t.pattern, s.repository, s.path from catalog_targets t join catalog_sources s on s.id = t.source
                        where t.repository = ? order by s.id
                        """).param(repository).query(NamedBy.class).list();
    }

    /** Replaces what sources name; answers the repositories for which that made a difference. */
    public Set<String> replace(Map<Integer, Map<Target, Naming>> targets) {
        Map<Integer, Map<Target, Naming>> before = of(targets.keySet());
        Set<String> touched = new HashSet<>();
        targets.forEach((source, after) -> {
            Map<Target, Naming> old = before.getOrDefault(source, Map.of());
            if (!old.equals(after)) {
                replace(source, after);
                Stream.concat(old.keySet().stream(), after.keySet().stream())
                        .filter(target -> !old.containsKey(target) || !after.containsKey(target))
                        .forEach(target -> touched.add(target.repository()));
            }
        });
        return touched;
    }

    private Map<Integer, Map<Target, Naming>> of(Collection<Integer> sources) {
        Map<Integer, Map<Target, Naming>> targets = new HashMap<>();
        database.sql(
                        "select source, repository, pattern, required, ref, field, line, col from catalog_targets where source = any (?) and ref is not null")
                .param(sources.toArray(Integer[]::new))
                .query(rs -> {
                    targets.computeIfAbsent(rs.getInt(1), _ -> new HashMap<>())
                            .put(
                                    new Target(rs.getString(2), rs.getString(3), rs.getBoolean(4)),
                                    new Naming(
                                            EntityRef.parse(rs.getString(5), ""),
                                            rs.getString(6),
                                            rs.getInt(7),
                                            rs.getInt(8)));
                });
        return targets;
    }

    private void replace(int source, Map<Target, Naming> targets) {
        database.sql("delete from catalog_targets where source = ?")
                .param(source)
                .update();
        targets.forEach((target, naming) -> database.sql(
                        "insert into catalog_targets (source, repository, pattern, required, ref, field, line, col) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        source,
                        target.repository(),
                        target.pattern(),
                        target.required(),
                        naming.by().toString(),
                        naming.field(),
                        naming.line(),
                        naming.column())
                .update());
    }

    /** The repositories that these sources name files of. */
    public List<String> repositoriesNamedBy(Collection<Integer> sources) {
        return database.sql("select distinct repository from catalog_targets where source = any (?)")
                .param(sources.toArray(Integer[]::new))
                .query(String.class)
                .list();
    }
}
