package dev.slipway.gitops.impact;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that their ApplicationSet leaves as they are live. */
class SetPoliciesTest {

    private static Revision set(String policy, String elements) {
        return Revision.empty()
                .file("applications/set.yaml", """
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata: {name: checkout, namespace: argocd}
                        spec:
                          goTemplate: true
                          generators: [{list: {elements: [%s]}}]
                          syncPolicy: {applicationsSync: %s}
                          template:
                            metadata: {name: "checkout-{{.env}}"}
                            spec:
                              project: all
                              source: {repoURL: "https://git/platform", targetRevision: main, path: "deploy/{{.path}}"}
                              destination: {name: spoke, namespace: red-prod}
                              syncPolicy: {automated: {prune: true}}
                        """.formatted(elements, policy))
                .file("deploy/one/all.yaml", DEPLOYMENT)
                .file("deploy/two/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 7"))
                .file("deploy/three/all.yaml", SERVICE);
    }

    @ParameterizedTest
    @CsvSource({"create-only", "create-delete"})
    void applicationsThatTheirSetDoesNotChangeStay(String policy) {
        assertThat(words(set(policy, "{env: a, path: one}"), set(policy, "{env: a, path: two}")))
                .contains(
                        "risky: The live Application stays as it was made: its ApplicationSet changes none (applicationsSync)")
                .anyMatch(each -> each.startsWith("plain: Arrives only as far as it stands in the files"));
    }

    @Test
    void applicationsThatTheirSetChangesDoNotStay() {
        assertThat(words(set("sync", "{env: a, path: one}"), set("sync", "{env: a, path: two}")))
                .contains("notable: Replicas: 3 → 7")
                .noneMatch(each -> each.contains("applicationsSync"));
    }

    @Test
    void whatChangesInTheFilesArrivesAllTheSame() {
        Revision before = set("create-only", "{env: a, path: one}");
        Revision after = set("create-only", "{env: a, path: one}")
                .file("deploy/one/all.yaml", DEPLOYMENT.replace("replicas: 3", "replicas: 5"));

        assertThat(words(before, after)).containsExactly("notable: Replicas: 3 → 5");
    }

    @Test
    void applicationsThatTheirSetDoesNotDeleteStay() {
        String both = "{env: a, path: one}, {env: b, path: three}";

        assertThat(words(set("create-update", both), set("create-update", "{env: a, path: one}")))
                .contains("risky: Application removed, with 1 Service: the Application stays as it is, because its"
                        + " ApplicationSet deletes none (applicationsSync)");
        assertThat(words(set("sync", both), set("sync", "{env: a, path: one}")))
                .contains("breaks: Application removed, with 1 Service: all of it is deleted (it carries Argo CD's"
                        + " finalizer)");
    }
}
