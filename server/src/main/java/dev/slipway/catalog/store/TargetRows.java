package dev.slipway.catalog.store;

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

    /** The targets in a repository, of sources and registered locations. */
    public List<Target> in(String repository) {
        return database.sql("select distinct repository, pattern, required from catalog_targets where repository = ?")
                .param(repository)
                .query(Target.class)
                .list();
    }

    /** Replaces what sources name; answers the repositories for which that made a difference. */
    public Set<String> replace(Map<Integer, Set<Target>> targets) {
        Map<Integer, Set<Target>> before = of(targets.keySet());
        Set<String> touched = new HashSet<>();
        targets.forEach((source, after) -> {
            Set<Target> old = before.getOrDefault(source, Set.of());
            if (!old.equals(after)) {
                replace(source, after);
                Stream.concat(old.stream(), after.stream())
                        .filter(target -> !old.contains(target) || !after.contains(target))
                        .forEach(target -> touched.add(target.repository()));
            }
        });
        return touched;
    }

    private Map<Integer, Set<Target>> of(Collection<Integer> sources) {
        Map<Integer, Set<Target>> targets = new HashMap<>();
        database.sql("select source, repository, pattern, required from catalog_targets where source = any (?)")
                .param(sources.toArray(Integer[]::new))
                .query(rs -> {
                    targets.computeIfAbsent(rs.getInt(1), _ -> new HashSet<>())
                            .add(new Target(rs.getString(2), rs.getString(3), rs.getBoolean(4)));
                });
        return targets;
    }

    private void replace(int source, Set<Target> targets) {
        database.sql("delete from catalog_targets where source = ?")
                .param(source)
                .update();
        for (Target target : targets) {
            database.sql("insert into catalog_targets (source, repository, pattern, required) values (?, ?, ?, ?)")
                    .params(source, target.repository(), target.pattern(), target.required())
                    .update();
        }
    }

    /** The repositories that these sources name files of. */
    public List<String> repositoriesNamedBy(Collection<Integer> sources) {
        return database.sql("select distinct repository from catalog_targets where source = any (?)")
                .param(sources.toArray(Integer[]::new))
                .query(String.class)
                .list();
    }
}
