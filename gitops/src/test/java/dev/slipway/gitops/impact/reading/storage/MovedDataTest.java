package dev.slipway.gitops.impact.reading.storage;

import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.Revision;
import org.junit.jupiter.api.Test;

/** Data whose Application goes to another place. */
class MovedDataTest {

    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {resources: {requests: {storage: 1Gi}}}
            """;

    private static final String PRUNES = "automated: {prune: true}";

    private static Revision in(String cluster, String namespace, String policy, String manifests) {
        return Revision.of(manifests).application("checkout", "production", cluster, namespace, policy);
    }

    private static String inside(String namespace, String manifests) {
        return manifests.replaceAll("name: (data|checkout)}", "name: $1, namespace: " + namespace + "}");
    }

    @Test
    void aClaimIsMadeAnewAndEmpty() {
        String deleted =
                "breaks: PersistentVolumeClaim \"data\" is made anew, empty, in namespace red-b; the one in red-a"
                        + " is deleted, and its data with it unless the volume is retained";

        assertThat(words(in("spoke", "red-a", PRUNES, CLAIM), in("spoke", "red-b", PRUNES, CLAIM)))
                .contains(deleted);
        assertThat(words(
                        in("spoke", "red-a", PRUNES, inside("red-a", CLAIM)),
                        in("spoke", "red-b", PRUNES, inside("red-b", CLAIM))))
                .contains(deleted)
                .noneMatch(each -> each.contains("metadata.namespace"));
    }

    @Test
    void theOldClaimStaysWhereNothingPrunesIt() {
        String kept = CLAIM.replace("data}", "data, annotations: {argocd.argoproj.io/sync-options: Prune=false}}");

        assertThat(words(in("spoke", "red-a", "automated: {}", CLAIM), in("spoke", "red-b", "automated: {}", CLAIM)))
                .contains(
                        "risky: PersistentVolumeClaim \"data\" is made anew, empty, in namespace red-b; the one in red-a"
                                + " stays, and its data with it: Application \"checkout-production\" does not prune");
        assertThat(words(in("spoke", "red-a", PRUNES, kept), in("spoke", "red-b", PRUNES, kept)))
                .anyMatch(each -> each.startsWith("risky") && each.endsWith("it says Prune=false"));
        assertThat(words(in("spoke", "red-a", PRUNES, CLAIM), in("shared", "red-a", PRUNES, CLAIM)))
                .anyMatch(each -> each.startsWith("risky") && each.endsWith("it is on another cluster"));
    }

    @Test
    void aStatefulSetStartsWithEmptyClaims() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: checkout}
                spec: {volumeClaimTemplates: [{metadata: {name: d}}]}
                """;
        String deletes = set.replace("spec: {", "spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}, ");
        String stateless = set.replace("[{metadata: {name: d}}]", "[]");

        assertThat(words(in("spoke", "red-a", PRUNES, set), in("spoke", "red-b", PRUNES, set)))
                .contains(
                        "risky: Storage of StatefulSet \"checkout\" is made anew, empty, in namespace red-b; the one in"
                                + " red-a stays, and its data with it: claims of a StatefulSet are kept when it is deleted");
        assertThat(words(in("spoke", "red-a", PRUNES, deletes), in("spoke", "red-b", PRUNES, deletes)))
                .anyMatch(each -> each.startsWith("breaks: Storage of StatefulSet"));
        assertThat(words(in("spoke", "red-a", PRUNES, stateless), in("spoke", "red-b", PRUNES, stateless)))
                .noneMatch(each -> each.contains("empty"));
    }

    @Test
    void aClaimThatNamesItsOwnNamespaceStaysWhereItIs() {
        String elsewhere = inside("red-data", CLAIM);

        assertThat(words(in("spoke", "red-a", PRUNES, elsewhere), in("spoke", "red-b", PRUNES, elsewhere)))
                .hasSize(1)
                .allMatch(each -> each.contains("Goes to cluster spoke, namespace red-b"));
    }
}
