package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecurityTest {

    private static List<String> lines(String labels, String object) {
        return new Cluster()
                .with("all/namespace.yaml", """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {%s}}
                        """.formatted(labels))
                .holding(object)
                .lines();
    }

    private static List<String> enforcing(String level, String object) {
        return lines("pod-security.kubernetes.io/enforce: " + level, object);
    }

    @Test
    void takesWhatTheLevelPermits() {
        assertThat(enforcing("restricted", Cluster.container(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pod-security/privileged          | securityContext: {privileged: true}
            pod-security/capabilities        | securityContext: {capabilities: {add: [SYS_ADMIN]}}
            pod-security/host-ports          | ports: [{containerPort: 80, hostPort: 80}]
            pod-security/host-probes         | livenessProbe: {httpGet: {host: example.com, port: 80}}
            pod-security/app-armor           | securityContext: {appArmorProfile: {type: Unconfined}}
            pod-security/selinux             | securityContext: {seLinuxOptions: {type: spc_t}}
            pod-security/selinux             | securityContext: {seLinuxOptions: {user: root}}
            pod-security/proc-mount          | securityContext: {procMount: Unmasked}
            pod-security/seccomp             | securityContext: {seccompProfile: {type: Unconfined}}
            pod-security/host-process        | securityContext: {windowsOptions: {hostProcess: true}}
            """)
    void forbidsInContainersWhatBaselineForbids(String rule, String field) {
        String pods = Cluster.deployment("containers:\n  - name: app\n    image: app\n    " + field);

        assertThat(enforcing("baseline", pods)).singleElement().asString().startsWith("ERROR " + rule + " ");
        assertThat(enforcing("privileged", pods)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pod-security/host-namespaces     | hostNetwork: true
            pod-security/host-path           | volumes: [{name: a, hostPath: {path: /}}]
            pod-security/sysctls             | securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}]}
            """)
    void forbidsInPodsWhatBaselineForbids(String rule, String field) {
        String pods = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a}], "
                + field + "}}";

        assertThat(enforcing("baseline", pods)).singleElement().asString().startsWith("ERROR " + rule + " ");
    }

    @Test
    void forbidsWhatRestrictedForbids() {
        String pods = """
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  volumes: [{name: a, nfs: {server: a, path: /}}]
                  containers: [{name: a, image: a, securityContext: {runAsUser: 0}}]
                """;

        assertThat(enforcing("baseline", pods)).isEmpty();
        assertThat(enforcing("restricted", pods))
                .extracting(line -> line.split(" ", 3)[1])
                .containsExactlyInAnyOrder(
                        "pod-security/volume-types",
                        "pod-security/privilege-escalation",
                        "pod-security/run-as-non-root",
                        "pod-security/run-as-user",
                        "pod-security/seccomp",
                        "pod-security/drop-capabilities");
    }

    @Test
    void onlyWarnsOfWhatTheNamespaceOnlyWarnsOf() {
        String pods = Cluster.deployment("containers: [{name: app, image: app}]");

        assertThat(lines("pod-security.kubernetes.io/warn: restricted", pods))
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARNING pod-security/"));
    }

    @Test
    void knowsThatProbesWereFreeBefore() {
        String pods = Cluster.container("livenessProbe: {tcpSocket: {host: example.com, port: 80}}");

        assertThat(lines(
                        "pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.33",
                        pods))
                .isEmpty();
    }

    @Test
    void cannotTellTheLevelOfANamespaceThatIsNotDeclared() {
        assertThat(new Cluster()
                        .with("all/namespace.yaml", "")
                        .holding(Cluster.container(""))
                        .lines())
                .singleElement()
                .asString()
                .startsWith("UNKNOWN pod-security/level");
        assertThat(enforcing("tight", Cluster.container("")))
                .singleElement()
                .asString()
                .startsWith("ERROR pod-security/level");
    }
}
