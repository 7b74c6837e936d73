package dev.slipway.promotion;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Release on its way to an environment.
 *
 * @param from null for a deployment on build
 * @param requestedBy account; {@code slipway} when it was automatic
 * @param gates the newest verdicts with their evidence, in the definition's order
 * @param change what is written to Git; null before COMMITTING
 * @param commit of the platform repository; null before it is written
 * @param message why it ended so, or what it waits for
 * @param reason why somebody wanted it so; empty unless it is a rollback
 */
public record Promotion(
        PromotionId id,
        Kind kind,
        ServiceName service,
        @Nullable EnvironmentName from,
        EnvironmentName to,
        Release release,
        PromotionState state,
        String requestedBy,
        List<GateVerdict> gates,
        List<Approval> approvals,
        @Nullable ChangeId change,
        @Nullable CommitId commit,
        String message,
        String reason,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** What is live, told like the id of a Release, before there is one. */
    public static final String NOTHING = "nothing";

    /** Forward, or back. */
    public enum Kind {
        DEPLOYMENT,
        PROMOTION,
        ROLLBACK
    }

    /** Somebody's word. */
    public record Approval(String account, boolean approved, String comment, Instant at) {}
}
