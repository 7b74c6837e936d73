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
        String message,
        @Nullable Instant finishedAt,
        @Nullable Instant healthySince,
        @Nullable Instant observedAt,
        @Nullable Instant restartedAt,
        @Nullable String requestedBy,
        boolean cascade) {

    public static ApplicationRow unknown(String name) {
        return new ApplicationRow(name, null, null, null, OperationPhase.NONE, "", null, null, null, null, null, false);
    }

    public ApplicationRow operation(OperationPhase newPhase, String newMessage, @Nullable Instant at) {
        return new ApplicationRow(
                name,
                revision,
                fingerprint,
                attempted,
                newPhase,
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
                message,
                finishedAt,
                healthySince,
                observedAt,
                restartedAt,
                requestedBy,
                newCascade);
    }
}
