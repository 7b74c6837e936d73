package dev.slipway.gitops.impact.reading.storage;

import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that go away with pods and sets, and claims that grow. */
class ClaimsTest {

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              replicas: 3
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private static String with(String policy) {
        return SET + "  persistentVolumeClaimRetentionPolicy: {" + policy + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whenScaled: Delete | 1 | The claims of 2 pods of StatefulSet \"db\" are deleted, and their data unless the volumes are retained: it says whenScaled: Delete",
                "whenScaled: Delete | 2 | The claims of 1 pod of StatefulSet \"db\" are deleted",
                "'whenScaled: Delete, whenDeleted: Retain' | 0 | The claims of 3 pods of StatefulSet \"db\" are deleted",
            })
    void claimsOfPodsThatGoAreDeleted(String policy, int replicas, String words) {
        means(with(policy), with(policy).replace("replicas: 3", "replicas: " + replicas), BREAKS, words);
        means(SET, with(policy).replace("replicas: 3", "replicas: " + replicas), BREAKS, words);
    }

    @Test
    void claimsAreKeptWhereNothingSaysOtherwise() {
        assertThat(words(SET, SET.replace("replicas: 3", "replicas: 1"))).noneMatch(each -> each.contains("claims"));
        assertThat(words(with("whenScaled: Delete"), with("whenScaled: Delete").replace("replicas: 3", "replicas: 5")))
                .noneMatch(each -> each.contains("claims"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whenDeleted: Delete | risky: Claims and their data are deleted from now on when it is deleted",
                "whenScaled: Delete | risky: Claims and their data are deleted from now on when it is scaled down",
                "'whenDeleted: Delete, whenScaled: Delete' | risky: Claims and their data are deleted from now on when it is scaled down or deleted",
                "whenDeleted: Retain | notable: Claims and their data are kept when it is scaled down or deleted",
            })
    void saysWhatBecomesOfClaimsFromNowOn(String policy, String words) {
        assertThat(words(SET, with(policy))).containsExactly(words);
    }

    @Test
    void claimsAreDeletedWithTheirSetWhereItSaysSo() {
        means(all(SERVICE, with("whenDeleted: Delete")), SERVICE, BREAKS, "and its claims deleted with their data");
        assertThat(words(all(SERVICE, SET), SERVICE))
                .containsExactly("breaks: StatefulSet \"db\" removed: its pods are stopped");
    }

    @Test
    void aClaimThatGrowsSaysWhatItTakes() {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: thing}
                spec: {resources: {requests: {storage: 1Gi}}}
                """;

        means(claim, claim.replace("1Gi", "2Gi"), NOTABLE, "Storage: 1Gi → 2Gi; it grows where");
    }
}
