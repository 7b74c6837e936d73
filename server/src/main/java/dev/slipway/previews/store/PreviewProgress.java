package dev.slipway.previews.store;

import dev.slipway.git.PullRequest;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.RegisteredService;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import dev.slipway.previews.plan.Decision;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down what was seen, decided and found out. Each method says whether that was news. */
@Repository
public class PreviewProgress {

    private final JdbcClient database;

    PreviewProgress(JdbcClient database) {
        this.database = database;
    }

    /** An open pull request. A new head begins the time to live anew; so does one that comes back. */
    public boolean seen(PullRequest pull, RegisteredService service, boolean kept, Instant now) {
        return database.sql("""
                        insert into previews_previews as old (repository, number, service, team, title, author, head,
                            opened_at, active_at, kept, state, message, log, images, host, namespace, told)
                        values (:repository, :number, :service, :team, :title, :author, :head, :opened, :now, :kept,
                            'BUILDING', '', '', '', '', '', '')
                        on conflict (repository, number) do update set
                            service = excluded.service, team = excluded.team, title = excluded.title,
                            author = excluded.author, head = excluded.head, kept = excluded.kept,
                            active_at = case when old.head = excluded.head and old.state <> 'REMOVING'
                                then old.active_at else excluded.active_at end,
                            ended_head = case when old.state = 'REMOVING' then null else old.ended_head end,
                            state = case when old.state = 'REMOVING' then 'BUILDING' else old.state end
                        where (old.service, old.team, old.title, old.author, old.head, old.kept)
                            <> (excluded.service, excluded.team, excluded.title, excluded.author, excluded.head, excluded.kept)
                            or old.state = 'REMOVING'
                        """)
                        .param("repository", pull.ref().repository().toString())
                        .param("number", pull.ref().number())
                        .param("service", service.name().value())
                        .param("team", service.team().value())
                        .param("title", pull.title())
                        .param("author", pull.author())
                        .param("head", pull.head().value())
                        .param("opened", Timestamp.from(pull.openedAt()))
                        .param("now", Timestamp.from(now))
                        .param("kept", kept)
                        .update()
                == 1;
    }

    /** What shall become of it. How far a release is that was decided on before stays known. */
    public boolean decided(PreviewRow row, Decision decision, PreviewRules rules, Instant now) {
        Preview preview = row.preview();
        boolean same = Objects.equals(decision.release(), preview.release());
        boolean watched =
                same && decision.release() != null && decision.state() == PreviewState.DEPLOYING && isWatched(preview);
        String host = rules.host(
                preview.team(), preview.service(), preview.pullRequest().number());
        String namespace = rules.namespace(
                preview.team(), preview.service(), preview.pullRequest().number());
        Instant expires = preview.kept() ? null : preview.activeAt().plus(rules.timeToLive());
        if (same
                && (watched || says(preview, decision))
                && host.equals(preview.host())
                && namespace.equals(preview.namespace())
                && Objects.equals(expires, preview.expiresAt())) {
            return false;
        }
        place(preview, host, namespace, expires);
        if (!same) {
            release(preview, decision.release(), now);
        }
        if (!watched) {
            state(preview, decision);
        }
        return true;
    }

    private static boolean says(Preview preview, Decision decision) {
        return preview.state() == decision.state()
                && preview.failed() == decision.failed()
                && preview.message().equals(decision.message())
                && preview.log().equals(decision.log());
    }

    private void place(Preview preview, String host, String namespace, @Nullable Instant expires) {
        of(preview, """
                        update previews_previews set host = :host, namespace = :namespace,
                            expires_at = cast(:expires as timestamptz)
                        """)
                .param("host", host)
                .param("namespace", namespace)
                .param("expires", expires == null ? null : Timestamp.from(expires))
                .update();
    }

    private void release(Preview preview, @Nullable Release release, Instant now) {
        of(preview, """
                        update previews_previews set shown = cast(:shown as text), images = :images,
                            deployed_at = cast(:deployed as timestamptz), answered_at = null
                        """)
                .param("shown", release == null ? null : release.commit().value())
                .param("images", ImageLines.of(release))
                .param("deployed", release == null ? null : Timestamp.from(now))
                .update();
    }

    private void state(Preview preview, Decision decision) {
        of(preview, """
                        update previews_previews set state = :state, failed = cast(:failed as text),
                            message = :message, log = :log
                        """)
                .param("state", decision.state().name())
                .param("failed", name(decision.failed()))
                .param("message", decision.message())
                .param("log", String.join("\n", decision.log()))
                .update();
    }

    private JdbcClient.StatementSpec of(Preview preview, String update) {
        return database.sql(update + "where repository = :repository and number = :number")
                .param("repository", repository(preview.pullRequest()))
                .param("number", preview.pullRequest().number());
    }

    /** Whether its state is what was found out about it, rather than what was decided. */
    private static boolean isWatched(Preview preview) {
        return switch (preview.state()) {
            case DEPLOYING, READY -> true;
            case FAILED -> preview.failed() != PreviewStep.BUILD;
            case WAITING, BUILDING, SKIPPED, ENDED, REMOVING -> false;
        };
    }

    /** Somebody asked for it: its time to live begins anew. */
    public boolean used(PullRequestRef pull, Instant asked) {
        return database.sql("""
                        update previews_previews set active_at = :asked
                        where repository = :repository and number = :number and state = 'READY' and active_at < :asked
                        """)
                        .param("asked", Timestamp.from(asked))
                        .param("repository", repository(pull))
                        .param("number", pull.number())
                        .update()
                == 1;
    }

    /** Its pull request is not open, or has no claim to a preview any more. */
    public boolean leaves(PullRequestRef pull) {
        return database.sql("""
                        update previews_previews set state = 'REMOVING', failed = null, message = '', log = '',
                            shown = null, images = '', deployed_at = null, answered_at = null
                        where repository = :repository and number = :number and state <> 'REMOVING'
                        """)
                        .param("repository", repository(pull))
                        .param("number", pull.number())
                        .update()
                == 1;
    }

    /** How what was decided fares; nothing if something else was decided meanwhile. */
    public boolean found(
            PreviewRow row,
            PreviewState state,
            @Nullable PreviewStep failed,
            String message,
            List<String> log,
            @Nullable Instant answeredAt) {
        return database.sql("""
                        update previews_previews set state = :state, failed = cast(:failed as text), message = :message,
                            log = :log, answered_at = cast(:answered as timestamptz)
                        where repository = :repository and number = :number and state = :before and shown = :shown
                            and images = :images
                            and (state, message, log) <> (:state, :message, :log)
                        """)
                        .param("state", state.name())
                        .param("failed", name(failed))
                        .param("message", message)
                        .param("log", String.join("\n", log))
                        .param("answered", answeredAt == null ? null : Timestamp.from(answeredAt))
                        .param("repository", repository(row.preview().pullRequest()))
                        .param("number", row.preview().pullRequest().number())
                        .param("before", row.preview().state().name())
                        .param("shown", row.preview().shown().orElseThrow().value())
                        .param("images", ImageLines.of(row.preview().release()))
                        .update()
                == 1;
    }

    private static String repository(PullRequestRef pull) {
        return pull.repository().toString();
    }

    private static @Nullable String name(@Nullable PreviewStep step) {
        return step == null ? null : step.name();
    }
}
