package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.meaning.SyncMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Objects that become hooks, or are none any more.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">hooks of Argo CD</a>
 */
public final class HookReader implements ChangeReader {

    private static final String POLICY = "argocd.argoproj.io/hook-delete-policy";
    private static final List<String> HOOKS = List.of("argocd.argoproj.io/hook", "helm.sh/hook");

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (isHook(was) == isHook(is)) {
            return;
        }
        Resource object = is.object();
        findings.add(new SyncMeaning.Hook(
                is.words(),
                isHook(is),
                Optional.ofNullable(object.annotations().get(POLICY)).orElse("BeforeHookCreation"),
                PodTemplates.of(object).isPresent()
                        && !List.of("Job", "CronJob", "Pod").contains(object.kind())));
        findings.claim(path -> HOOKS.contains(path.last()) || path.last().equals(POLICY));
    }

    /** Argo CD deletes a hook before it makes it again: its documentation on hook deletion policies. */
    static boolean isHook(Manifest manifest) {
        return HOOKS.stream().anyMatch(manifest.object().annotations()::containsKey);
    }
}
