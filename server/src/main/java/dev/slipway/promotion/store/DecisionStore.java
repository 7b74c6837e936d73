package dev.slipway.promotion.store;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.EnvironmentStanding.Hold;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.Veto;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided: approvals, overrides, holds, vetoes. */
@Repository
public class DecisionStore {

    private final JdbcClient database;

    DecisionStore(JdbcClient database) {
        this.database = database;
    }

    /** Somebody's word on a promotion, with what it was given on. */
    public record Word(String account, boolean approved, String comment, String basis, Instant at) {}

    /** A gate that somebody let pass. */
    public record Exemption(String gate, String account, String reason, Instant at) {}

    public void say(PromotionId promotion, Word word) {
        database.sql("""
                        insert into promotion_approvals (promotion, account, approved, comment, basis, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (promotion, account) do update set approved = excluded.approved,
                            comment = excluded.comment, basis = excluded.basis, at = excluded.at
                        """)
                .params(
                        promotion.value(),
                        word.account(),
                        word.approved(),
                        word.comment(),
                        word.basis(),
                        Timestamp.from(word.at()))
                .update();
    }

    public List<Word> words(PromotionId promotion) {
        return database.sql(
                        "select account, approved, comment, basis, at from promotion_approvals where promotion = ? order by at")
                .param(promotion.value())
                .query((row, number) -> new Word(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    public void exempt(PromotionId promotion, Exemption exemption) {
        database.sql("""
                        insert into promotion_overrides (promotion, gate, account, reason, at) values (?, ?, ?, ?, ?)
                        on conflict (promotion, gate) do nothing
                        """)
                .params(
                        promotion.value(),
                        exemption.gate(),
                        exemption.account(),
                        exemption.reason(),
                        Timestamp.from(exemption.at()))
                .update();
    }

    public List<Exemption> exemptions(PromotionId promotion) {
        return database.sql("select gate, account, reason, at from promotion_overrides where promotion = ?")
                .param(promotion.value())
                .query((row, number) -> new Exemption(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Adds to the hold that is there already: its first reason, account and time stay. */
    public void hold(ServiceName service, EnvironmentName environment, Hold hold) {
        database.sql("""
                        insert into promotion_holds (service, environment, reason, account, since) values (?, ?, ?, ?, ?)
                        on conflict (service, environment) do update set
                            reason = promotion_holds.reason || '; ' || excluded.reason || ' (' || excluded.account || ')'
                        """)
                .params(service.value(), environment.value(), hold.reason(), hold.by(), Timestamp.from(hold.since()))
                .update();
    }

    public Optional<Hold> hold(ServiceName service, EnvironmentName environment) {
        return database.sql("select reason, account, since from promotion_holds where service = ? and environment = ?")
                .params(service.value(), environment.value())
                .query((row, number) -> new Hold(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** Whether there was one. */
    public boolean liftHold(ServiceName service, EnvironmentName environment) {
        return database.sql("delete from promotion_holds where service = ? and environment = ?")
                        .params(service.value(), environment.value())
                        .update()
                > 0;
    }

    public void veto(ServiceName service, Veto veto) {
        database.sql("""
                        insert into promotion_vetoes (service, release_id, reason, account, since) values (?, ?, ?, ?, ?)
                        on conflict (service, release_id) do nothing
                        """)
                .params(service.value(), veto.release(), veto.reason(), veto.by(), Timestamp.from(veto.since()))
                .update();
    }

    public Optional<Veto> veto(ServiceName service, String releaseId) {
        return database.sql(
                        "select release_id, reason, account, since from promotion_vetoes where service = ? and release_id = ?")
                .params(service.value(), releaseId)
                .query(DecisionStore::veto)
                .optional();
    }

    /** Newest first. */
    public List<Veto> vetoes(ServiceName service) {
        return database.sql(
                        "select release_id, reason, account, since from promotion_vetoes where service = ? order by since desc")
                .param(service.value())
                .query(DecisionStore::veto)
                .list();
    }

    private static Veto veto(ResultSet row, int number) throws SQLException {
        return new Veto(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant());
    }

    /** Whether there was one. */
    public boolean liftVeto(ServiceName service, String releaseId) {
        return database.sql("delete from promotion_vetoes where service = ? and release_id = ?")
                        .params(service.value(), releaseId)
                        .update()
                > 0;
    }
}
