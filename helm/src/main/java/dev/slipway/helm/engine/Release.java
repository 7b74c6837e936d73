package dev.slipway.helm.engine;

import java.time.Instant;
import java.util.List;

/**
 * What templates are told of the release and the cluster.
 *
 * @param apiVersions more than Kubernetes' own
 * @param now the moment that {@code now} gives
 */
public record Release(String name, String namespace, String kubeVersion, List<String> apiVersions, Instant now) {}
