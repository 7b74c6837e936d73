package dev.slipway.delivery.store;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.kernel.ClusterName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pod that is intended to exist.
 *
 * @param id unique, without dots; begins with the application and stands in the environment of its processes
 * @param template the pod template that it is made from, so that a later start can probe it
 * @param terminatingAt since when it is being ended
 * @param outcome of a pod that runs to completion: {@code succeeded} or {@code failed}; null while it runs
 */
public record PodRow(
        String id,
        ClusterName cluster,
        String namespace,
        String name,
        String application,
        String ownerKind,
        String ownerName,
        String templateHash,
        Manifest template,
        Instant createdAt,
        @Nullable Instant terminatingAt,
        @Nullable String outcome) {}
