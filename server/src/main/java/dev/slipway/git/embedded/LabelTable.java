package dev.slipway.git.embedded;

import dev.slipway.git.Label;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The labels of repositories, and which pull requests carry them. */
@Repository
class LabelTable {

    private final JdbcClient database;

    LabelTable(JdbcClient database) {
        this.database = database;
    }

    List<Label> all(RepositoryRef repository) {
        return database.sql("select * from git_labels where repository = ? order by lower(name)")
                .param(repository.toString())
                .query((row, number) ->
                        new Label(row.getString("name"), row.getString("colour"), row.getString("description")))
                .list();
    }

    /** The name as the repository writes it. */
    Optional<String> name(RepositoryRef repository, String name) {
        return database.sql("select name from git_labels where repository = ? and lower(name) = lower(?)")
                .params(repository.toString(), name)
                .query(String.class)
                .optional();
    }

    void put(RepositoryRef repository, Label label) {
        database.sql("""
                        insert into git_labels (repository, name, colour, description) values (?, ?, ?, ?)
                        on conflict (repository, lower(name)) do update set name = excluded.name, colour = excluded.colour,
                            description = excluded.description
                        """)
                .params(repository.toString(), label.name(), label.colour(), label.description())
                .update();
    }

    boolean remove(RepositoryRef repository, String name) {
        return database.sql("delete from git_labels where repository = ? and lower(name) = lower(?)")
                        .params(repository.toString(), name)
                        .update()
                > 0;
    }

    /** Whether it was not there before. */
    boolean add(PullRequestRef ref, String name) {
        return database.sql(
                                "insert into git_pull_labels (repository, number, label) values (?, ?, ?) on conflict do nothing")
                        .params(ref.repository().toString(), ref.number(), name)
                        .update()
                > 0;
    }

    /** Whether it was there. */
    boolean take(PullRequestRef ref, String name) {
        return database.sql(
                                "delete from git_pull_labels where repository = ? and number = ? and lower(label) = lower(?)")
                        .params(ref.repository().toString(), ref.number(), name)
                        .update()
                > 0;
    }

    /** By number; what carries none is left out. */
    Map<Integer, List<String>> of(RepositoryRef repository, List<Integer> numbers) {
        Map<Integer, List<String>> labels = new HashMap<>();
        database.sql("""
                        select number, label from git_pull_labels where repository = ? and number = any (?)
                        order by number, lower(label)
                        """)
                .params(repository.toString(), numbers.toArray(Integer[]::new))
                .query(row -> {
                    labels.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return labels;
    }
}
