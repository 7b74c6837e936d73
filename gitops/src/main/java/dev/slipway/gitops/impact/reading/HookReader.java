package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Objects that become hooks, or are none any more.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">hooks of Argo CD</a>
 */
final class HookReader implements ChangeReader {

    private static final String POLICY = "argocd.argoproj.io/hook-delete-policy";
    private static final List<String> HOOKS = List.of("argocd.argoproj.io/hook", "helm.sh/hook");

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (isHook(was) == isHook(is)) {
            return;
        }
        Resource object = is.object();
        findings.add(new ObjectMeaning.Hook(
                is.words(),
                isHook(is),
                Optional.ofNullable(object.annotations().get(POLICY)).orElse("BeforeHookCreation"),
                PodTemplates.of(object).isPresent()
                        && !List.of("Job", "CronJob", "Pod").contains(object.kind())));
        findings.open().stream()
                .filter(each ->
                        HOOKS.contains(each.path().last()) || each.path().last().equals(POLICY))
                .forEach(findings::claim);
    }

    /** Argo CD deletes a hook before it makes it again: its documentation on hook deletion policies. */
    static boolean isHook(Manifest manifest) {
        return HOOKS.stream().anyMatch(manifest.object().annotations()::containsKey);
    }
}
