package dev.slipway.git.embedded;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who brought which commit to the host. */
@Repository
class PushTable {

    /** Stands for whoever pushed something that a commit brings and is not known. */
    static final String SOMEBODY = "?";

    private final JdbcClient database;

    PushTable(JdbcClient database) {
        this.database = database;
    }

    void record(RepositoryRef repository, List<CommitId> commits, String account, Instant now) {
        database.sql("""
                        insert into git_pushes (repository, commit_id, account, at)
                        select ?, commit_id, ?, ? from unnest(?) as commit_id on conflict do nothing
                        """)
                .params(repository.toString(), account, Timestamp.from(now), values(commits))
                .update();
    }

    /** Who pushed any of these, or opened the pull request whose merge or head is one of them. */
    List<String> accounts(RepositoryRef repository, List<CommitId> commits) {
        return database.sql("""
                        select account from git_pushes where repository = :repository and commit_id = any (:commits)
                            and account <> :somebody
                        union
                        select author from git_pull_requests where repository = :repository
                            and (merged_as = any (:commits) or head = any (:commits))
                        order by 1
                        """)
                .param("repository", repository.toString())
                .param("commits", values(commits))
                .param("somebody", SOMEBODY)
                .query(String.class)
                .list();
    }

    /** Those of which nobody, or not everybody, is known who pushed what they bring. */
    List<CommitId> unattributed(RepositoryRef repository, List<CommitId> commits) {
        return database.sql("""
                        select wanted.commit_id from unnest(:commits) as wanted (commit_id)
                        where not coalesce((select bool_and(pushes.account <> :somebody) from git_pushes as pushes
                            where pushes.repository = :repository and pushes.commit_id = wanted.commit_id), false)
                        """)
                .param("repository", repository.toString())
                .param("commits", values(commits))
                .param("somebody", SOMEBODY)
                .query((row, number) -> new CommitId(row.getString(1)))
                .list();
    }

    private static String[] values(List<CommitId> commits) {
        return commits.stream().map(CommitId::value).toArray(String[]::new);
    }
}
