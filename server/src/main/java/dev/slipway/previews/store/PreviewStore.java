package dev.slipway.previews.store;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.previews.PreviewPage;
import dev.slipway.previews.PreviewQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of previews, and what people said about them. */
@Repository
public class PreviewStore {

    private static final String FILTER = """
            where (cast(:team as text) is null or team = :team)
              and (cast(:service as text) is null or service = :service)
              and (cast(:state as text) is null or state = :state)
            """;

    private final JdbcClient database;
    private final PreviewMapper mapper;

    PreviewStore(JdbcClient database, PlatformProperties platform) {
        this.database = database;
        this.mapper = new PreviewMapper(platform.port());
    }

    public List<PreviewRow> all() {
        return database.sql("select * from previews_previews order by repository, number")
                .query(mapper)
                .list();
    }

    /** Those that are on their way to an answer, or to their end. */
    public List<PreviewRow> moving() {
        return database.sql("""
                        select * from previews_previews
                        where state in ('DEPLOYING', 'REMOVING') or (state = 'FAILED' and failed <> 'BUILD')
                        order by repository, number
                        """).query(mapper).list();
    }

    public Optional<PreviewRow> find(PullRequestRef pull) {
        return database.sql("select * from previews_previews where repository = :repository and number = :number")
                .param("repository", pull.repository().toString())
                .param("number", pull.number())
                .query(mapper)
                .optional();
    }

    public Optional<PreviewRow> find(ServiceName service, int number) {
        return database.sql("select * from previews_previews where service = :service and number = :number")
                .param("service", service.value())
                .param("number", number)
                .query(mapper)
                .optional();
    }

    public PreviewPage page(PreviewQuery query) {
        int total = filtered("select count(*) from previews_previews " + FILTER, query)
                .query(Integer.class)
                .single();
        List<PreviewRow> rows = filtered(
                        "select * from previews_previews " + FILTER
                                + "order by opened_at desc, repository, number limit :limit offset :offset",
                        query)
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query(mapper)
                .list();
        return new PreviewPage(rows.stream().map(PreviewRow::preview).toList(), total);
    }

    private JdbcClient.StatementSpec filtered(String sql, PreviewQuery query) {
        return database.sql(sql)
                .param("team", text(query.team()))
                .param("service", text(query.service()))
                .param("state", text(query.state()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Ends the preview of this head. */
    public void end(PullRequestRef pull, CommitId head) {
        update("ended_head = :value", pull, head.value());
    }

    /** Lets the time to live begin anew, also when somebody ended it. */
    public void renew(PullRequestRef pull, Instant now) {
        update("ended_head = null, active_at = :value", pull, Timestamp.from(now));
    }

    /** Remembers what the pull request was told. */
    public void told(PullRequestRef pull, String what) {
        update("told = :value", pull, what);
    }

    private void update(String assignment, PullRequestRef pull, Object value) {
        database.sql("update previews_previews set " + assignment
                        + " where repository = :repository and number = :number")
                .param("value", value)
                .param("repository", pull.repository().toString())
                .param("number", pull.number())
                .update();
    }

    public void approve(PullRequestRef pull, CommitId commit, String account, Instant now) {
        database.sql("""
                        insert into previews_approvals (repository, number, commit_id, account, approved_at)
                        values (:repository, :number, :commit, :account, :now) on conflict do nothing
                        """)
                .param("repository", pull.repository().toString())
                .param("number", pull.number())
                .param("commit", commit.value())
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
    }

    public boolean approved(PullRequestRef pull, CommitId commit) {
        return database.sql("""
                        select exists (select 1 from previews_approvals
                            where repository = :repository and number = :number and commit_id = :commit)
                        """)
                .param("repository", pull.repository().toString())
                .param("number", pull.number())
                .param("commit", commit.value())
                .query(Boolean.class)
                .single();
    }

    /** Nothing is left of it. Approvals stay: they are of a commit, which may be proposed again. */
    public void forget(PullRequestRef pull) {
        database.sql("delete from previews_previews where repository = :repository and number = :number")
                .param("repository", pull.repository().toString())
                .param("number", pull.number())
                .update();
    }
}
