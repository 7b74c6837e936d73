package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hooks of Argo CD. */
class HooksTest {

    @Test
    void aHookIsMadeAnewAndDoesNotFail() {
        String hook = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate, annotations: {argocd.argoproj.io/hook: PreSync}}
                spec: {template: {spec: {containers: [{name: a, image: x:1}]}}}
                """;

        assertThat(words(hook, hook.replace("x:1", "x:2"))).containsExactly("notable: Image of a: x:1 → x:2");
    }

    @Test
    void whatBecomesAHookIsMadeAnewAtEachSync() {
        String hook =
                DEPLOYMENT.replace("checkout}\nspec", "checkout, annotations: {argocd.argoproj.io/hook: Sync}}\nspec");
        String once = hook.replace("hook: Sync", "hook: Sync, argocd.argoproj.io/hook-delete-policy: HookSucceeded");
        String job = DEPLOYMENT.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job");

        assertThat(words(DEPLOYMENT, hook))
                .containsExactly("breaks: Deployment \"checkout\" becomes a hook: it is deleted and made anew at each"
                        + " sync, and its pods with it");
        means(DEPLOYMENT, once, BREAKS, "it is deleted at each sync (HookSucceeded), and its pods with it");
        means(job, hook.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job"), NOTABLE, "each sync");
        means(hook, DEPLOYMENT, NOTABLE, "is no hook any more");
    }
}
