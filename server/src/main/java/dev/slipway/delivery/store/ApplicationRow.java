package dev.slipway.delivery.store;

import dev.slipway.delivery.OperationPhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an application.
 *
 * @param revision the source's commit that was last synced
 * @param fingerprint of what was last applied
 * @param attempted fingerprint of the newest sync, whether it succeeded or not
 * @param stage where the newest sync stands, or failed, for example {@code PreSync, wave 0}; null where it never began
 * @param observedAt when its health was last looked at
 * @param restartedAt part of its pods' templates: a restart replaces them, rolling
 * @param requestedBy who asked for a sync that has not begun
 * @param cascade whether its objects go when it goes
 */
public record ApplicationRow(
        String name,
        @Nullable String revision,
        @Nullable String fingerprint,
        @Nullable String attempted,
        OperationPhase phase,
        @Nullable String stage,
        String message,
        @Nullable Instant finishedAt,
        @Nullable Instant healthySince,
        @Nullable Instant observedAt,
        @Nullable Instant restartedAt,
        @Nullable String requestedBy,
        boolean cascade) {

    public static ApplicationRow unknown(String name) {
        return new ApplicationRow(
                name, null, null, null, OperationPhase.NONE, null, "", null, null, null, null, null, false);
    }

    /** @param newStage see {@link #stage} */
    public ApplicationRow operation(
            OperationPhase newPhase, @Nullable String newStage, String newMessage, @Nullable Instant at) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                newPhase,
                newStage,
                newMessage,
                at,
                healthySince,
                observedAt,
                restartedAt,
                null,
                cascade);
    }

    public ApplicationRow attempted(String newAttempted) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                newAttempted,
                phase,
                stage,
                message,
                finishedAt,
                healthySince,
                observedAt,
                restartedAt,
                requestedBy,
                cascade);
    }

    public ApplicationRow applied(@Nullable String newRevision, String newFingerprint) {
        return new ApplicationRow(
                name,
                newRevision,
                newFingerprint,
                newFingerprint,
                phase,
                stage,
                message,
                finishedAt,
                null,
                observedAt,
                restartedAt,
                requestedBy,
                cascade);
    }

    public ApplicationRow healthy(@Nullable Instant since, Instant at) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                phase,
                stage,
                message,
                finishedAt,
                since,
                at,
                restartedAt,
                requestedBy,
                cascade);
    }

    public ApplicationRow restarted(Instant at) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                phase,
                stage,
                message,
                finishedAt,
                null,
                observedAt,
                at,
                requestedBy,
                cascade);
    }

    public ApplicationRow requested(String by) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                phase,
                stage,
                message,
                finishedAt,
                healthySince,
                observedAt,
                restartedAt,
                by,
                cascade);
    }

    public ApplicationRow cascading(boolean newCascade) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                phase,
                stage,
                message,
                finishedAt,
                healthySince,
                observedAt,
                restartedAt,
                requestedBy,
                newCascade);
    }
}
