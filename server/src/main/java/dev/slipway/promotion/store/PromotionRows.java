package dev.slipway.promotion.store;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between rows and records. */
final class PromotionRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    PromotionRows(JdbcClient database) {
        this.database = database;
    }

    static String imagesJson(Release release) {
        Map<String, String> images = new TreeMap<>();
        release.images().forEach((name, digest) -> images.put(name, digest.value()));
        return JSON.writeValueAsString(images);
    }

    static String verdictsJson(List<GateVerdict> verdicts) {
        return JSON.writeValueAsString(verdicts);
    }

    /** The promotions that fulfil a condition, with their approvals. */
    List<Promotion> where(String condition, Object... parameters) {
        List<Promotion> promotions = database.sql("select * from promotion_promotions where " + condition)
                .params(List.of(parameters))
                .query((row, number) -> promotion(row, List.of()))
                .list();
        Map<Long, List<Promotion.Approval>> approvals = approvals(promotions);
        return promotions.stream()
                .map(promotion -> withApprovals(
                        promotion, approvals.getOrDefault(promotion.id().value(), List.of())))
                .toList();
    }

    private Map<Long, List<Promotion.Approval>> approvals(List<Promotion> promotions) {
        Map<Long, List<Promotion.Approval>> approvals = new HashMap<>();
        if (!promotions.isEmpty()) {
            Long[] ids = promotions.stream().map(each -> each.id().value()).toArray(Long[]::new);
            database.sql("select * from promotion_approvals where promotion = any (?) order by at")
                    .param(ids)
                    .query(row -> {
                        approvals
                                .computeIfAbsent(row.getLong("promotion"), _ -> new java.util.ArrayList<>())
                                .add(approval(row));
                    });
        }
        return approvals;
    }

    private static Promotion.Approval approval(ResultSet row) throws SQLException {
        return new Promotion.Approval(
                row.getString("account"),
                row.getBoolean("approved"),
                row.getString("comment"),
                row.getTimestamp("at").toInstant());
    }

    private static Promotion withApprovals(Promotion p, List<Promotion.Approval> approvals) {
        return new Promotion(
                p.id(),
                p.kind(),
                p.service(),
                p.from(),
                p.to(),
                p.release(),
                p.state(),
                p.requestedBy(),
                p.gates(),
                approvals,
                p.change(),
                p.commit(),
                p.message(),
                p.reason(),
                p.requestedAt(),
                p.finishedAt());
    }

    private static Promotion promotion(ResultSet row, List<Promotion.Approval> approvals) throws SQLException {
        String from = row.getString("from_environment");
        UUID change = row.getObject("change_id", UUID.class);
        String commit = row.getString("commit_id");
        return new Promotion(
                new PromotionId(row.getLong("id")),
                Promotion.Kind.valueOf(row.getString("kind")),
                new ServiceName(row.getString("service")),
                from == null ? null : new EnvironmentName(from),
                new EnvironmentName(row.getString("to_environment")),
                release(row),
                PromotionState.valueOf(row.getString("state")),
                row.getString("requested_by"),
                JSON.readValue(row.getString("verdicts"), new TypeReference<List<GateVerdict>>() {}),
                approvals,
                change == null ? null : new ChangeId(change),
                commit == null ? null : new CommitId(commit),
                row.getString("message"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("finished_at")));
    }

    private static Release release(ResultSet row) throws SQLException {
        SortedMap<String, ImageDigest> images = new TreeMap<>();
        JSON.readValue(row.getString("release_images"), new TypeReference<Map<String, String>>() {})
                .forEach((name, digest) -> images.put(name, new ImageDigest(digest)));
        return new Release(
                RepositoryRef.parse(row.getString("release_repository")),
                new CommitId(row.getString("release_commit")),
                images);
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
