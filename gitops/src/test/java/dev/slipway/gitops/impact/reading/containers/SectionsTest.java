package dev.slipway.gitops.impact.reading.containers;

import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of containers that are new, or gone, as a whole. */
class SectionsTest {

    private static final String BARE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: checkout}
            spec:
              selector: {matchLabels: {app: checkout}}
              template:
                metadata: {labels: {app: checkout}}
                spec:
                  containers: [{name: app, image: "r.local/checkout:1.0"}]
            """;

    private static String with(String section) {
        return BARE.replace("1.0\"}", "1.0\", " + section + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'env: [{name: A, value: b}]' | NOTABLE | New variable A of app: b | RISKY | Variable A of app removed (was b)",
                "'envFrom: [{configMapRef: {name: c}}]' | NOTABLE | All variables of ConfigMap \"c\" for app | RISKY | No variables any more of ConfigMap \"c\"",
                "'ports: [{containerPort: 80}]' | NOTABLE | Port 80 of app added | NOTABLE | Port 80 of app removed",
                "'ports: [{containerPort: 80, hostPort: 81}]' | RISKY | Host port of 80 of app: none → 81; open on the node | RISKY | Host port of 80 of app: 81 → none",
                "'resources: {limits: {memory: 1Gi}}' | NOTABLE | Memory limit of app: none → 1Gi | RISKY | Memory limit of app: 1Gi → none",
                "'resources: {requests: {cpu: 1}}' | NOTABLE | Cpu request of app: none → 1 | RISKY | Cpu request of app: 1 → none",
                "'securityContext: {capabilities: {add: [SYS_ADMIN]}}' | RISKY | Weaker security of app: capabilities.add none → SYS_ADMIN | NOTABLE | Security of app: capabilities.add SYS_ADMIN → none",
                "'securityContext: {capabilities: {drop: [ALL]}}' | NOTABLE | Security of app: capabilities.drop none → ALL | RISKY | Weaker security of app: capabilities.drop ALL → none",
                "'securityContext: {privileged: true}' | RISKY | Weaker security of app: privileged none → true | NOTABLE | Security of app: privileged true → none",
                "'securityContext: {runAsNonRoot: false}' | RISKY | Weaker security of app: runAsNonRoot | NOTABLE | Security of app: runAsNonRoot false → none",
                "'securityContext: {readOnlyRootFilesystem: false}' | NOTABLE | Security of app: readOnlyRootFilesystem | NOTABLE | Security of app: readOnlyRootFilesystem",
                "'securityContext: {seccompProfile: {type: Unconfined}}' | RISKY | Weaker security of app: seccompProfile.type none → Unconfined | NOTABLE | Security of app: seccompProfile.type Unconfined → none",
                "'securityContext: {seccompProfile: {type: RuntimeDefault}}' | NOTABLE | Security of app: seccompProfile.type | RISKY | Weaker security of app: seccompProfile.type RuntimeDefault → none",
                "'volumeMounts: [{name: d, mountPath: /d}]' | NOTABLE | Mount /d of app added | RISKY | Mount /d of app removed",
            })
    void aSectionIsToldByItsParts(String section, Severity added, String come, Severity removed, String gone) {
        means(BARE, with(section), added, come);
        means(with(section), BARE, removed, gone);
    }

    @Test
    void aHostPortOfAPortThatIsThereIsSaid() {
        String port = with("ports: [{containerPort: 80}]");
        String host = with("ports: [{containerPort: 80, hostPort: 81}]");

        assertThat(words(port, host))
                .containsExactly("risky: Host port of 80 of app: none → 81; open on the node itself,"
                        + " and a node has room for one such pod");
        assertThat(words(host, port))
                .containsExactly("risky: Host port of 80 of app: 81 → none; nodes do not answer there any more");
    }

    @Test
    void aSectionThatHoldsNothingIsNamedByItsPath() {
        assertThat(words(BARE, with("env: []"))).isNotEmpty().noneMatch(each -> each.startsWith("risky"));
    }
}
