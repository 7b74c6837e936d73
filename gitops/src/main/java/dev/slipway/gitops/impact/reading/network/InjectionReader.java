package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;

/**
 * Istio's sidecars, which pods get or lose as they are made anew.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/">injection of sidecars</a>
 */
public final class InjectionReader implements ChangeReader {

    private static final String NAMESPACE = "istio-injection";
    private static final String REVISION = "istio.io/rev";
    private static final String POD = "sidecar.istio.io/inject";

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (is.is("", "Namespace")) {
            boolean did = isInjected(was.object().labels());
            boolean does = isInjected(is.object().labels());
            told(did, does, List.of(NAMESPACE, REVISION), findings);
        } else if (PodTemplates.of(is.object()).isPresent()) {
            told(!isRefused(was.object()), !isRefused(is.object()), List.of(POD), findings);
        }
    }

    private static boolean isInjected(Map<String, String> labels) {
        String said = labels.getOrDefault(NAMESPACE, "");
        return said.equals("enabled") || (said.isEmpty() && labels.containsKey(REVISION));
    }

    /** Labels come before annotations, which older versions of Istio read. */
    private static boolean isRefused(Resource workload) {
        return PodTemplates.of(workload)
                .map(template -> PodTemplates.labels(template)
                        .getOrDefault(POD, PodTemplates.annotations(template).getOrDefault(POD, "")))
                .filter("false"::equals)
                .isPresent();
    }

    private static void told(boolean did, boolean does, List<String> keys, Findings findings) {
        if (did != does) {
            findings.add(new NetworkMeaning.Sidecars(does));
            findings.claim(path -> keys.contains(path.last()));
        }
    }
}
