package dev.slipway.gitops.impact;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Applications that get another name, or leave their objects to another one. */
class HandoversTest {

    private static final String BOTH = all(DEPLOYMENT, SERVICE);

    private static final String LOOKED_AFTER = "what it made (1 Deployment, 1 Service) goes on, and"
            + " \"till-production\" looks after it from now on; nothing is deleted (it carries no finalizer)";

    private static Revision named(String name, String finalizers, String manifests) {
        return Revision.empty()
                .file("applications/" + name + ".yaml", """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata: {name: %s, finalizers: [%s]}
                        spec:
                          project: all
                          source: {repoURL: "https://git/platform", targetRevision: main, path: deploy/%s}
                          destination: {name: spoke, namespace: red-prod}
                          syncPolicy: {automated: {prune: true}}
                        """.formatted(name, finalizers, name))
                .file("deploy/" + name + "/all.yaml", manifests);
    }

    @Test
    void anotherNameIsToldOnce() {
        assertThat(words(named("checkout-production", "", BOTH), named("till-production", "", BOTH)))
                .containsExactly(
                        "notable: Application removed: " + LOOKED_AFTER,
                        "notable: New Application with 1 Deployment, 1 Service");
    }

    @Test
    void whatChangesWithTheNameIsToldAsWell() {
        assertThat(words(
                        named("checkout-production", "", BOTH),
                        named("till-production", "", BOTH.replace("value: info", "value: debug"))))
                .contains(
                        "notable: Variable LOG_LEVEL of app: info → debug",
                        "plain: Deployment \"checkout\" goes from Application \"checkout-production\" to \"till-production\"")
                .noneMatch(each -> each.contains("gone for a while"));
    }

    @Test
    void whatNobodyTakesIsNamed() {
        assertThat(words(named("checkout-production", "", all(BOTH, SETTINGS)), named("till-production", "", BOTH)))
                .contains("risky: Application removed: " + LOOKED_AFTER
                        + ", and nobody looks after the rest any more (1 ConfigMap)");
    }

    @Test
    void aFinalizerDeletesWhatTheOtherTakes() {
        assertThat(words(
                        named("checkout-production", "resources-finalizer.argocd.argoproj.io", BOTH),
                        named("till-production", "", BOTH)))
                .anyMatch(
                        each -> each.startsWith("breaks: Application removed") && each.contains("all of it is deleted"))
                .anyMatch(each -> each.contains("Service \"checkout\" goes from") && each.contains("gone for a while"));
    }
}
