package dev.slipway.delivery.web;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an application runs, as JSON. */
record StateBody(
        String application,
        SyncStatus sync,
        @Nullable String revision,
        @Nullable String fingerprint,
        Health health,
        String healthMessage,
        @Nullable Instant healthySince,
        OperationPhase operation,
        String operationMessage,
        @Nullable Instant operationFinishedAt,
        List<PodBody> pods,
        List<LiveResource> resources,
        Instant observedAt) {

    /** A pod, with digests by image name. */
    record PodBody(
            String name,
            Map<String, String> images,
            boolean ready,
            boolean terminating,
            int restarts,
            Instant startedAt,
            String message) {

        static PodBody of(LivePod pod) {
            Map<String, String> images = new TreeMap<>();
            pod.images().forEach((name, digest) -> images.put(name, digest.value()));
            return new PodBody(
                    pod.name(), images, pod.ready(), pod.terminating(), pod.restarts(), pod.startedAt(), pod.message());
        }
    }

    static StateBody of(ApplicationState state) {
        CommitId revision = state.revision();
        return new StateBody(
                state.application(),
                state.sync(),
                revision == null ? null : revision.value(),
                state.fingerprint(),
                state.health(),
                state.healthMessage(),
                state.healthySince(),
                state.operation(),
                state.operationMessage(),
                state.operationFinishedAt(),
                state.pods().stream().map(PodBody::of).toList(),
                state.resources(),
                state.observedAt());
    }
}
