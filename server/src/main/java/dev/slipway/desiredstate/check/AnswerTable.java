package dev.slipway.desiredstate.check;

import dev.slipway.git.PullRequest;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of what each check was answered last, so that nothing is asked twice, by a second replica or after a restart either. */
@Component
class AnswerTable {

    private final JdbcClient database;

    AnswerTable(JdbcClient database) {
        this.database = database;
    }

    boolean has(PullRequestRef pullRequest, String check, String basis) {
        return database.sql("""
                        select true from desiredstate_answers
                        where repository = :repository and number = :number and check_name = :check and basis = :basis
                        """)
                .param("repository", pullRequest.repository().toString())
                .param("number", pullRequest.number())
                .param("check", check)
                .param("basis", basis)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void put(PullRequestRef pullRequest, String check, String basis) {
        database.sql("""
                        insert into desiredstate_answers (repository, number, check_name, basis)
                        values (:repository, :number, :check, :basis)
                        on conflict (repository, number, check_name) do update set basis = excluded.basis
                        """)
                .param("repository", pullRequest.repository().toString())
                .param("number", pullRequest.number())
                .param("check", check)
                .param("basis", basis)
                .update();
    }

    /** Those of repositories that have no open pull requests any more. */
    void forgetOthers(Set<RepositoryRef> withOpen) {
        database.sql("delete from desiredstate_answers where repository <> all(:open)")
                .param("open", withOpen.stream().map(RepositoryRef::toString).toArray(String[]::new))
                .update();
    }

    /** Those of pull requests that are no longer open; one that is opened again is asked again. */
    void forgetOthers(RepositoryRef repository, List<PullRequest> open) {
        database.sql("delete from desiredstate_answers where repository = :repository and number <> all(:open)")
                .param("repository", repository.toString())
                .param("open", open.stream().map(each -> each.ref().number()).toArray(Integer[]::new))
                .update();
    }
}
