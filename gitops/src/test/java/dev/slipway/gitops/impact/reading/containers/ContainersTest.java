package dev.slipway.gitops.impact.reading.containers;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differences within containers mean. */
class ContainersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkout:1.0 | checkout:1.1 | NOTABLE | Image of app: r.local/checkout:1.0 → r.local/checkout:1.1",
                "checkout:1.0 | checkout:latest | RISKY | can change without a commit",
                "value: info | value: debug | NOTABLE | Variable LOG_LEVEL of app: info → debug",
                "name: LOG_LEVEL | name: LEVEL | RISKY | Variable LOG_LEVEL of app removed (was info)",
                "name: LOG_LEVEL | name: LEVEL | NOTABLE | New variable LEVEL of app: info",
                "512Mi | 256Mi | RISKY | Memory limit of app: 512Mi → 256Mi; a container that needs more is killed",
                "512Mi | 1Gi | NOTABLE | Memory limit of app: 512Mi → 1Gi",
                "cpu: 100m | cpu: 200m | NOTABLE | Cpu request of app: 100m → 200m",
                "/ready | /healthy | NOTABLE | Readiness probe of app changed",
                "readinessProbe | livenessProbe | RISKY | Readiness probe of app removed",
                "readinessProbe | livenessProbe | NOTABLE | Liveness probe of app added",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | RISKY | Weaker security of app",
                "'drop: [ALL]' | 'drop: []' | RISKY | Weaker security of app: capabilities.drop ALL → none",
                "containerPort: 8080 | containerPort: 9090 | NOTABLE | Port 9090 of app added",
                "--verbose | --quiet | NOTABLE | Arguments of app changed",
                "mountPath: /data | mountPath: /var | RISKY | Mount /data of app removed",
            })
    void whatAFieldOfAContainerMeans(String before, String after, Severity severity, String words) {
        means(DEPLOYMENT, DEPLOYMENT.replace(before, after), severity, words);
    }

    @Test
    void aVariableWithAnotherSourceHasChanged() {
        String referred =
                DEPLOYMENT.replace("value: info}", "valueFrom: {configMapKeyRef: {name: settings, key: level}}}");

        assertThat(words(DEPLOYMENT, referred))
                .containsExactly("notable: Variable LOG_LEVEL of app: info → key level of ConfigMap \"settings\"");
        assertThat(words(referred, referred.replace("key: level", "key: depth")))
                .containsExactly("notable: Variable LOG_LEVEL of app: key level of ConfigMap \"settings\""
                        + " → key depth of ConfigMap \"settings\"");
    }

    @Test
    void saysOfAVariableThatStandsTwiceWhatHolds() {
        String twice =
                DEPLOYMENT.replace("value: info}", "value: info}\n            - {name: LOG_LEVEL, value: debug}");

        assertThat(words(DEPLOYMENT, twice))
                .containsExactly(
                        "risky: Variable LOG_LEVEL of app stands several times: the last one holds",
                        "notable: Variable LOG_LEVEL of app: info → debug");
        assertThat(words(twice, twice.replace("value: debug", "value: warn")))
                .containsExactly("notable: Variable LOG_LEVEL of app: debug → warn");
    }

    @Test
    void shortensDigests() {
        String pinned = DEPLOYMENT.replace("checkout:1.0", "checkout@sha256:" + "a".repeat(64));

        means(DEPLOYMENT, pinned, NOTABLE, "→ r.local/checkout@sha256:aaaaaaaa");
        assertThat(words(DEPLOYMENT, pinned).toString()).doesNotContain("a".repeat(9));
    }
}
