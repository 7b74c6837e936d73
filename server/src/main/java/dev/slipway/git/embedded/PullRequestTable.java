package dev.slipway.git.embedded;

import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of pull requests. What their branches hold now is looked up in Git by {@link PullRequestView}. */
@Repository
class PullRequestTable {

    private static final String LABELLED = """
            exists (select from git_pull_labels carried
                where carried.repository = pull.repository and carried.number = pull.number and carried.label =
                    (select name from git_labels where repository = :repository and lower(name) = lower(:label)))
            """;

    private final JdbcClient database;

    PullRequestTable(JdbcClient database) {
        this.database = database;
    }

    /** A pull request as it was last written down. */
    record Row(
            PullRequestRef ref,
            String title,
            String body,
            String author,
            String sourceBranch,
            String targetBranch,
            CommitId head,
            CommitId base,
            PullRequest.State state,
            boolean draft,
            @Nullable CommitId mergedAs,
            Instant openedAt,
            Instant updatedAt) {}

    void add(PullRequestRef ref, NewPullRequest pull, String author, CommitId head, CommitId base, Instant now) {
        database.sql("""
                        insert into git_pull_requests (repository, number, title, body, author, source_branch, target_branch, head,
                            base, draft, state, opened_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
                        """)
                .params(
                        ref.repository().toString(),
                        ref.number(),
                        pull.title(),
                        pull.body(),
                        author,
                        pull.sourceBranch(),
                        pull.targetBranch(),
                        head.value(),
                        base.value(),
                        pull.draft(),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    Optional<Row> find(PullRequestRef ref) {
        return database.sql("select * from git_pull_requests where repository = ? and number = ?")
                .params(ref.repository().toString(), ref.number())
                .query(PullRequestTable::row)
                .optional();
    }

    Optional<Row> open(RepositoryRef repository, String source, String target) {
        return database.sql("""
                        select * from git_pull_requests
                        where repository = ? and source_branch = ? and target_branch = ? and state = 'OPEN'
                        """)
                .params(repository.toString(), source, target)
                .query(PullRequestTable::row)
                .optional();
    }

    List<Row> all(RepositoryRef repository, PullRequest.@Nullable State state) {
        return database.sql("""
                        select * from git_pull_requests where repository = :repository and (:state::text is null or state = :state)
                        order by number desc
                        """)
                .param("repository", repository.toString())
                .param("state", state == null ? null : state.name())
                .query(PullRequestTable::row)
                .list();
    }

    Set<RepositoryRef> withOpen() {
        return database.sql("select distinct repository from git_pull_requests where state = 'OPEN'")
                .query((row, number) -> RepositoryRef.parse(row.getString(1)))
                .set();
    }

    /** A page, read by an index whatever the conditions. */
    List<Row> page(PullRequestQuery query) {
        StringBuilder where = new StringBuilder("pull.repository = :repository");
        Map<String, Object> values =
                new HashMap<>(Map.of("repository", query.repository().toString()));
        condition(
                where,
                values,
                "pull.state = :state",
                "state",
                query.state() == null ? null : query.state().name());
        condition(where, values, "pull.source_branch = :source", "source", query.sourceBranch());
        condition(where, values, "pull.author = :author", "author", query.author());
        condition(where, values, "pull.number < :before", "before", query.before());
        condition(where, values, LABELLED, "label", query.label());
        return database.sql("select pull.* from git_pull_requests pull where " + where
                        + " order by pull.number desc limit " + query.limit())
                .params(values)
                .query(PullRequestTable::row)
                .list();
    }

    private static void condition(
            StringBuilder where, Map<String, Object> values, String sql, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(sql);
            values.put(name, value);
        }
    }

    List<PullRequestRef> withHead(RepositoryRef repository, CommitId head) {
        return database.sql("select number from git_pull_requests where repository = ? and head = ? and state = 'OPEN'")
                .params(repository.toString(), head.value())
                .query((row, number) -> new PullRequestRef(repository, row.getInt(1)))
                .list();
    }

    Map<PullRequest.State, Integer> counts(RepositoryRef repository) {
        Map<PullRequest.State, Integer> counts = new EnumMap<>(PullRequest.State.class);
        database.sql("select state, count(*) from git_pull_requests where repository = ? group by state")
                .param(repository.toString())
                .query(row -> {
                    counts.put(PullRequest.State.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Whether it was closed. */
    boolean reopen(PullRequestRef ref, Instant now) {
        return database.sql("""
                        update git_pull_requests set state = 'OPEN', updated_at = ?
                        where repository = ? and number = ? and state = 'CLOSED'
                        """)
                        .params(Timestamp.from(now), ref.repository().toString(), ref.number())
                        .update()
                > 0;
    }

    /** Whether that is new. */
    boolean draft(PullRequestRef ref, boolean draft, Instant now) {
        return database.sql("""
                        update git_pull_requests set draft = ?, updated_at = ?
                        where repository = ? and number = ? and draft <> ?
                        """)
                        .params(draft, Timestamp.from(now), ref.repository().toString(), ref.number(), draft)
                        .update()
                > 0;
    }

    void moved(PullRequestRef ref, CommitId head, CommitId base, Instant now) {
        database.sql("""
                        update git_pull_requests set head = ?, base = ?, updated_at = ?
                        where repository = ? and number = ? and state = 'OPEN'
                        """)
                .params(
                        head.value(),
                        base.value(),
                        Timestamp.from(now),
                        ref.repository().toString(),
                        ref.number())
                .update();
    }

    /** Whether it was open. */
    boolean end(PullRequestRef ref, PullRequest.State state, @Nullable CommitId mergedAs, Instant now) {
        return database.sql("""
                        update git_pull_requests set state = :state, merged_as = :merged, updated_at = :now
                        where repository = :repository and number = :number and state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("merged", mergedAs == null ? null : mergedAs.value())
                        .param("now", Timestamp.from(now))
                        .param("repository", ref.repository().toString())
                        .param("number", ref.number())
                        .update()
                > 0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String merged = row.getString("merged_as");
        return new Row(
                new PullRequestRef(RepositoryRef.parse(row.getString("repository")), row.getInt("number")),
                row.getString("title"),
                row.getString("body"),
                row.getString("author"),
                row.getString("source_branch"),
                row.getString("target_branch"),
                new CommitId(row.getString("head")),
                new CommitId(row.getString("base")),
                PullRequest.State.valueOf(row.getString("state")),
                row.getBoolean("draft"),
                merged == null ? null : new CommitId(merged),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
