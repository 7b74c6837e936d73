package dev.slipway.helm;

import java.util.List;

/**
 * What templates are told about the cluster.
 *
 * @param kubeVersion such as {@code v1.32.0}; {@code 1.32} is completed to it, as Helm does
 * @param apiVersions more than Kubernetes' own: {@code monitoring.coreos.com/v1}, {@code monitoring.coreos.com/v1/ServiceMonitor}
 */
public record Capabilities(String kubeVersion, List<String> apiVersions) {
    private static final Capabilities USUAL = new Capabilities("v1.32.0", List.of());

    public Capabilities {
        kubeVersion = complete(kubeVersion.startsWith("v") ? kubeVersion : "v" + kubeVersion);
        apiVersions = List.copyOf(apiVersions);
    }

    private static String complete(String version) {
        return version.matches("v[0-9]+\\.[0-9]+") ? version + ".0" : version;
    }

    /** Kubernetes 1.32 and nothing but its own kinds. */
    public static Capabilities usual() {
        return USUAL;
    }
}
