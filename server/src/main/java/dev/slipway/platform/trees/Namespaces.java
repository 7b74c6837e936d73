package dev.slipway.platform.trees;

import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** clusters/&lt;cluster&gt;/namespaces/: the namespaces that each team has once, with their limits and their walls. */
final class Namespaces {

    private Namespaces() {}

    static Map<String, Map<String, String>> trees(PlatformDefinition definition, Cluster cluster) {
        Map<String, Map<String, String>> trees = new TreeMap<>();
        for (Environment environment : definition.environments()) {
            if (environment.cluster().equals(cluster.name())
                    && !environment.namespacePattern().contains("{service}")) {
                for (Team team : definition.teams()) {
                    String namespace = environment
                            .namespacePattern()
                            .replace("{team}", team.name().value());
                    trees.put(
                            "clusters/" + cluster.name() + "/namespaces/" + namespace,
                            files(
                                    namespace,
                                    team.name(),
                                    Map.of(
                                            "slipway.dev/environment",
                                            environment.name().value())));
                }
            }
        }
        return trees;
    }

    /** The files of one namespace: Namespace with Pod Security restricted, ResourceQuota, LimitRange, NetworkPolicy. */
    static Map<String, String> files(String namespace, TeamName team, Map<String, String> labels) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("namespace.yaml", namespace(namespace, team, labels));
        files.put("resource-quota.yaml", quota(namespace));
        files.put("limit-range.yaml", limits(namespace));
        files.put("network-policy.yaml", walls(namespace));
        return files;
    }

    private static String namespace(String namespace, TeamName team, Map<String, String> labels) {
        String own = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> "\n    " + label.getKey() + ": \"" + label.getValue() + "\"")
                        .collect(Collectors.joining());
        return """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: %s
                  labels:
                    slipway.dev/team: %s%s
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/enforce-version: v1.34
                    pod-security.kubernetes.io/audit: restricted
                    pod-security.kubernetes.io/audit-version: v1.34
                    pod-security.kubernetes.io/warn: restricted
                    pod-security.kubernetes.io/warn-version: v1.34
                """.formatted(namespace, team, own);
    }

    private static String quota(String namespace) {
        return """
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: quota
                  namespace: %s
                spec:
                  hard:
                    pods: "50"
                    requests.cpu: "20"
                    requests.memory: 40Gi
                """.formatted(namespace);
    }

    private static String limits(String namespace) {
        return """
                apiVersion: v1
                kind: LimitRange
                metadata:
                  name: limits
                  namespace: %s
                spec:
                  limits:
                    - type: Container
                      default:
                        cpu: "1"
                        memory: 512Mi
                      defaultRequest:
                        cpu: 100m
                        memory: 128Mi
                """.formatted(namespace);
    }

    /** Only the namespace itself and the mesh's gateways reach its pods. */
    private static String walls(String namespace) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: own-namespace-and-gateways
                  namespace: %s
                spec:
                  podSelector: {}
                  policyTypes:
                    - Ingress
                  ingress:
                    - from:
                        - podSelector: {}
                        - namespaceSelector:
                            matchExpressions:
                              - key: kubernetes.io/metadata.name
                                operator: In
                                values:
                                  - istio-ingress
                                  - istio-system
                """.formatted(namespace);
    }
}
