package dev.slipway.promotion.store;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of promotions. A transition names the state it starts from, so that two that race cannot both win. */
@Repository
public class PromotionStore implements Arrivals {

    private static final String OPEN = "state in ('PENDING', 'RUNNING', 'COMMITTING', 'DEPLOYING')";

    private final JdbcClient database;
    private final PromotionRows rows;

    PromotionStore(JdbcClient database) {
        this.database = database;
        this.rows = new PromotionRows(database);
    }

    /** A promotion to be stored. */
    public record New(
            Promotion.Kind kind,
            ServiceName service,
            @Nullable EnvironmentName from,
            EnvironmentName to,
            Release release,
            PromotionState state,
            String requestedBy,
            boolean automatic,
            @Nullable ChangeId change,
            String reason) {}

    /**
     * Adds a promotion.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another is on its way into the environment
     */
    public PromotionId add(New promotion, Instant now) {
        Release release = promotion.release();
        long id = database.sql("""
                        insert into promotion_promotions (kind, service, from_environment, to_environment, release_id,
                            release_repository, release_commit, release_images, state, requested_by, automatic, change_id,
                            reason, requested_at, committing_at)
                        values (:kind, :service, :from, :to, :releaseId, :repository, :commit, :images::jsonb, :state, :by,
                            :automatic, :change, :reason, :now, :committing)
                        returning id
                        """)
                .param("kind", promotion.kind().name())
                .param("service", promotion.service().value())
                .param(
                        "from",
                        promotion.from() == null ? null : promotion.from().value())
                .param("to", promotion.to().value())
                .param("releaseId", release.id())
                .param("repository", release.repository().toString())
                .param("commit", release.commit().value())
                .param("images", PromotionRows.imagesJson(release))
                .param("state", promotion.state().name())
                .param("by", promotion.requestedBy())
                .param("automatic", promotion.automatic())
                .param(
                        "change",
                        promotion.change() == null ? null : promotion.change().value())
                .param("reason", promotion.reason())
                .param("now", Timestamp.from(now))
                .param("committing", promotion.state() == PromotionState.COMMITTING ? Timestamp.from(now) : null)
                .query(Long.class)
                .single();
        return new PromotionId(id);
    }

    /** Moves a promotion on; false when it is no longer in the state it was thought to be in. */
    public boolean move(PromotionId id, PromotionState from, PromotionState to, String message, Instant now) {
        return database.sql("""
                        update promotion_promotions set state = :to, message = :message,
                            finished_at = case when :ended then :now else finished_at end
                        where id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("message", message)
                        .param("ended", to.ended())
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /**
     * From RUNNING to COMMITTING, with the change that will be written.
     *
     * @param firstRelease whether no Release ran there before
     */
    public boolean commit(PromotionId id, ChangeId change, boolean firstRelease, Instant now) {
        return database.sql("""
                        update promotion_promotions set state = 'COMMITTING', change_id = :change, committing_at = :now, message = '',
                            first_release = :first
                        where id = :id and state = 'RUNNING'
                        """)
                        .param("change", change.value())
                        .param("first", firstRelease)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Another change takes the place of one that could not be written. */
    public boolean recommit(PromotionId id, ChangeId change) {
        return database.sql("update promotion_promotions set change_id = ? where id = ? and state = 'COMMITTING'")
                        .params(change.value(), id.value())
                        .update()
                == 1;
    }

    /** From COMMITTING to DEPLOYING, with the commit that was written. */
    public boolean deploy(PromotionId id, CommitId commit) {
        return database.sql("""
                        update promotion_promotions set state = 'DEPLOYING', commit_id = :commit, message = ''
                        where id = :id and state = 'COMMITTING'
                        """)
                        .param("commit", commit.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Stores what the gates said last; true when that is news. */
    public boolean remember(PromotionId id, List<GateVerdict> verdicts, String message) {
        return database.sql("""
                        update promotion_promotions set verdicts = :verdicts::jsonb, message = :message
                        where id = :id and finished_at is null
                            and (verdicts is distinct from :verdicts::jsonb or message is distinct from :message)
                        """)
                        .param("verdicts", PromotionRows.verdictsJson(verdicts))
                        .param("message", message)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** A remark on a promotion under way; whether it is another than before. */
    public boolean remark(PromotionId id, String message) {
        return database.sql("update promotion_promotions set message = :message where id = :id and message <> :message")
                        .param("message", message)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public Optional<Promotion> find(PromotionId id) {
        return rows.where("id = ?", id.value()).stream().findFirst();
    }

    public Optional<Promotion> byChange(ChangeId change) {
        return rows.where("change_id = ?", change.value()).stream().findFirst();
    }

    public List<Promotion> open() {
        return rows.where(OPEN + " order by id");
    }

    public Optional<Promotion> open(ServiceName service, EnvironmentName to) {
        return rows.where(OPEN + " and service = ? and to_environment = ?", service.value(), to.value()).stream()
                .findFirst();
    }

    public List<Promotion> history(ServiceName service, @Nullable EnvironmentName to, int limit) {
        return to == null
                ? rows.where("service = ? order by id desc limit ?", service.value(), limit)
                : rows.where(
                        "service = ? and to_environment = ? order by id desc limit ?",
                        service.value(),
                        to.value(),
                        limit);
    }

    /** Whether this Release was tried in this environment before, and not merely superseded. */
    public boolean wasTried(ServiceName service, EnvironmentName to, Release release) {
        return database.sql("""
                        select exists (select 1 from promotion_promotions
                        where service = ? and to_environment = ? and release_id = ? and kind <> 'ROLLBACK'
                            and state in ('FAILED', 'REJECTED', 'CANCELLED'))
                        """)
                .params(service.value(), to.value(), release.id())
                .query(Boolean.class)
                .single();
    }

    /** How this Release fared when it was tried here the last time and did not get here. */
    public Optional<Promotion> lastAttempt(ServiceName service, EnvironmentName to, Release release) {
        return rows.where("""
                        service = ? and to_environment = ? and release_id = ? and kind <> 'ROLLBACK'
                            and state in ('FAILED', 'REJECTED', 'CANCELLED') order by id desc limit 1
                        """, service.value(), to.value(), release.id()).stream()
                .findFirst();
    }

    /** Whether it is known that no Release ran in the environment before this one; a rollback to it changes nothing about that. */
    public boolean isFirst(ServiceName service, EnvironmentName environment, Release release) {
        return database.sql("""
                        select first_release from promotion_promotions
                        where service = ? and to_environment = ? and release_id = ? and commit_id is not null
                            and kind <> 'ROLLBACK' order by id desc limit 1
                        """)
                .params(service.value(), environment.value(), release.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The Releases that went live in this environment, newest first, each once. */
    public List<Release> wentLive(ServiceName service, EnvironmentName environment) {
        return rows
                .where(
                        "service = ? and to_environment = ? and state = 'SUCCEEDED' order by id desc limit 200",
                        service.value(),
                        environment.value())
                .stream()
                .map(Promotion::release)
                .distinct()
                .toList();
    }

    /** When the promotion was committed; null before. */
    public Optional<Instant> committingAt(PromotionId id) {
        return database.sql("select committing_at from promotion_promotions where id = ? and committing_at is not null")
                .param(id.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public Optional<Arrival> newest(ServiceName service, EnvironmentName environment, Release release) {
        return database.sql("""
                        select committing_at, finished_at from promotion_promotions
                        where service = ? and to_environment = ? and release_id = ? and committing_at is not null
                        order by id desc limit 1
                        """)
                .params(service.value(), environment.value(), release.id())
                .query((row, number) ->
                        new Arrival(row.getTimestamp(1).toInstant(), PromotionRows.instant(row.getTimestamp(2))))
                .optional();
    }

    /** Whether nobody asked for it. */
    public boolean automatic(PromotionId id) {
        return database.sql("select automatic from promotion_promotions where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
