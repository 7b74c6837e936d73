package dev.slipway.git.embedded;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositorySettings;
import dev.slipway.git.ReviewRule;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosted repositories and what protects their branches. */
@Repository
class RepositoryTable {

    private final JdbcClient database;

    RepositoryTable(JdbcClient database) {
        this.database = database;
    }

    /** False when there is one already. */
    boolean add(RepositoryRef repository, String description, Instant now) {
        return database.sql(
                                "insert into git_repositories (repository, description, created_at) values (?, ?, ?) on conflict do nothing")
                        .params(repository.toString(), description, Timestamp.from(now))
                        .update()
                > 0;
    }

    Optional<HostedRepository> find(RepositoryRef repository) {
        return database.sql("select * from git_repositories where repository = ?")
                .param(repository.toString())
                .query(RepositoryTable::row)
                .optional();
    }

    List<HostedRepository> all() {
        return database.sql("select * from git_repositories order by repository")
                .query(RepositoryTable::row)
                .list();
    }

    void archive(RepositoryRef repository) {
        database.sql("update git_repositories set archived = true where repository = ?")
                .param(repository.toString())
                .update();
    }

    void remove(RepositoryRef repository) {
        database.sql("delete from git_cursors where repository = ?")
                .param(repository.toString())
                .update();
        database.sql("delete from git_repositories where repository = ?")
                .param(repository.toString())
                .update();
    }

    /** The next pull request's number; holds the repository's row until the transaction ends. */
    int nextNumber(RepositoryRef repository) {
        return database.sql(
                        "update git_repositories set last_pull = last_pull + 1 where repository = ? returning last_pull")
                .param(repository.toString())
                .query(Integer.class)
                .single();
    }

    void protect(RepositoryRef repository, BranchProtection protection) {
        database.sql("""
                        insert into git_protections (repository, branch, required_checks, writers, approvals, code_owners,
                            dismiss_stale)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (repository, branch) do update set required_checks = excluded.required_checks,
                            writers = excluded.writers, approvals = excluded.approvals, code_owners = excluded.code_owners,
                            dismiss_stale = excluded.dismiss_stale
                        """)
                .params(
                        repository.toString(),
                        protection.branch(),
                        protection.requiredChecks().toArray(String[]::new),
                        protection.writers().toArray(String[]::new),
                        protection.reviews().approvals(),
                        protection.reviews().codeOwners(),
                        protection.reviews().dismissStale())
                .update();
    }

    Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return database.sql("select * from git_protections where repository = ? and branch = ?")
                .params(repository.toString(), branch)
                .query((row, number) -> new BranchProtection(
                        branch,
                        texts(row, "required_checks"),
                        texts(row, "writers"),
                        new ReviewRule(
                                row.getInt("approvals"),
                                row.getBoolean("code_owners"),
                                row.getBoolean("dismiss_stale"))))
                .optional();
    }

    RepositorySettings settings(RepositoryRef repository) {
        return new RepositorySettings(
                database.sql("select delete_branch_on_merge from git_repositories where repository = ?")
                        .param(repository.toString())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }

    void change(RepositoryRef repository, RepositorySettings settings) {
        database.sql("update git_repositories set delete_branch_on_merge = ? where repository = ?")
                .params(settings.deleteBranchOnMerge(), repository.toString())
                .update();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static HostedRepository row(ResultSet row, int number) throws SQLException {
        return new HostedRepository(
                RepositoryRef.parse(row.getString("repository")),
                row.getString("description"),
                "main",
                row.getBoolean("archived"),
                row.getTimestamp("created_at").toInstant());
    }
}
