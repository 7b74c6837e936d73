package dev.slipway.delivery;

import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application runs, with Argo CD's meaning of the words.
 *
 * @param revision the commit of the platform repository that was last synced; null before the first sync
 * @param fingerprint of the rendered objects that were last applied (see DesiredApplication); null before the first sync
 * @param healthMessage why, when it is not Healthy
 * @param healthySince since when it has been Healthy without interruption; null unless it is
 * @param operation the newest sync's phase
 * @param operationFinishedAt null while it runs, and before the first
 * @param observedAt when this was read; a stale reading is no reading
 */
public record ApplicationState(
        String application,
        SyncStatus sync,
        @Nullable CommitId revision,
        @Nullable String fingerprint,
        Health health,
        String healthMessage,
        @Nullable Instant healthySince,
        OperationPhase operation,
        String operationMessage,
        @Nullable Instant operationFinishedAt,
        List<LivePod> pods,
        List<LiveResource> resources,
        Instant observedAt) {

    public ApplicationState {
        pods = List.copyOf(pods);
        resources = List.copyOf(resources);
    }
}
