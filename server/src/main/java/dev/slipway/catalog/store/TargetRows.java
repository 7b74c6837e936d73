package dev.slipway.catalog.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Replaces what a source names; answers the repositories for which that made a difference. */
    public Set<String> replace(int source, Collection<Target> targets) {
        Set<Target> before =
                new HashSet<>(database.sql("select repository, pattern, required from catalog_targets where source = ?")
                        .param(source)
                        .query(Target.class)
                        .list());
        Set<Target> after = Set.copyOf(targets);
        if (before.equals(after)) {
            return Set.of();
        }
        database.sql("delete from catalog_targets where source = ?")
                .param(source)
                .update();
        for (Target target : after) {
            database.sql("insert into catalog_targets (source, repository, pattern, required) values (?, ?, ?, ?)")
                    .params(source, target.repository(), target.pattern(), target.required())
                    .update();
        }
        Set<String> touched = new HashSet<>();
        before.stream().filter(target -> !after.contains(target)).forEach(target -> touched.add(target.repository()));
        after.stream().filter(target -> !before.contains(target)).forEach(target -> touched.add(target.repository()));
        return touched;
    }

    /** The repositories that these sources name files of. */
    public List<String> repositoriesNamedBy(Collection<Integer> sources) {
        return database.sql("select distinct repository from catalog_targets where source = any (?)")
                .param(sources.toArray(Integer[]::new))
                .query(String.class)
                .list();
    }
}
