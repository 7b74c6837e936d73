package dev.slipway.scaffolder.templates;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the templates of runs lie: the catalog may forget an entity, or find it elsewhere, while a run goes on. */
@Component
class TemplatePlaces {

    private final JdbcClient jdbc;

    TemplatePlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file of a repository. */
    record Place(RepositoryRef repository, String path) {}

    void keep(EntityRef template, CommitId commit, Place place) {
        jdbc.sql("""
                        insert into scaffolder_template_places (template, commit, repository, path) values (?, ?, ?, ?)
                        on conflict (template, commit) do update set kept_at = now()
                        """)
                .params(template.toString(), commit.value(), place.repository().toString(), place.path())
                .update();
    }

    Optional<Place> find(EntityRef template, CommitId commit) {
        return jdbc.sql("select repository, path from scaffolder_template_places where template = ? and commit = ?")
                .params(template.toString(), commit.value())
                .query((row, _) -> new Place(RepositoryRef.parse(row.getString("repository")), row.getString("path")))
                .optional();
    }
}
