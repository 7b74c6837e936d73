package dev.slipway.scaffolder.store;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which run makes which repository: written before the repository is created. */
@Component
public class RepositoryClaims {

    private final JdbcClient jdbc;

    RepositoryClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether the repository is this run's, now or already. */
    public boolean claim(RepositoryRef repository, RunId run) {
        jdbc.sql("insert into scaffolder_repositories (repository, run) values (?, ?) on conflict do nothing")
                .params(repository.toString(), run.value())
                .update();
        return holds(repository, run);
    }

    public boolean holds(RepositoryRef repository, RunId run) {
        return jdbc.sql("select count(*) from scaffolder_repositories where repository = ? and run = ?")
                        .params(repository.toString(), run.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    public void release(RepositoryRef repository, RunId run) {
        jdbc.sql("delete from scaffolder_repositories where repository = ? and run = ?")
                .params(repository.toString(), run.value())
                .update();
    }
}
