package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts that are the same in other letters. */
class AmountsTest {

    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {resources: {requests: {storage: 1Gi}}}
            """;

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: checkout}
            spec:
              volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 1Gi}}}}]
            """;

    @ParameterizedTest
    @CsvSource({"512Mi, 536870912", "512Mi, 0.5Gi", "cpu: 100m, cpu: 0.1"})
    void theSameAmountIsWrittenOtherwise(String before, String after) {
        assertThat(words(DEPLOYMENT, DEPLOYMENT.replace(before, after)))
                .hasSize(1)
                .allMatch(each -> each.startsWith("plain: ") && each.endsWith("the same amount written otherwise"));
    }

    @Test
    void anotherAmountIsNot() {
        means(DEPLOYMENT, DEPLOYMENT.replace("512Mi", "512M"), Severity.RISKY, "Memory limit of app: 512Mi → 512M");
        means(DEPLOYMENT, DEPLOYMENT.replace("cpu: 100m", "cpu: 1"), Severity.NOTABLE, "Cpu request of app: 100m → 1");
    }

    @Test
    void theApiServerDoesNotRefuseIt() {
        assertThat(words(SET, SET.replace("1Gi", "1024Mi"))).noneMatch(each -> each.contains("will fail"));
        assertThat(words(CLAIM, CLAIM.replace("1Gi", "1024Mi"))).allMatch(each -> each.startsWith("plain: "));
        means(SET, SET.replace("1Gi", "1025Mi"), Severity.BREAKS, "The sync will fail");
    }

    @Test
    void textsOfConfigurationAreNoAmounts() {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {limits: \"1\"}\n";

        means(map, map.replace("\"1\"", "\"1.0\""), Severity.NOTABLE, "Key limits: 1 → 1.0");
    }
}
