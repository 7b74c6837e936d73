package dev.slipway.gitops.impact.reading.workloads;

import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import java.util.Map;

/**
 * Workloads that do not select their own pods: {@code spec.selector} must match {@code spec.template.metadata.labels}, by
 * Kubernetes' documentation of Deployments.
 */
public final class OwnSelectorReader implements ChangeReader {

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (PodTemplates.of(was.object()).isEmpty()
                || findings.open(OwnSelectorReader::isPartOfIt).isEmpty()) {
            return;
        }
        Map<String, String> selector = PodTemplates.texts(
                is.object().at("spec", "selector", "matchLabels").orElse(null));
        if (!selector.isEmpty() && !PodTemplates.selects(selector, PodTemplates.labels(is.object()))) {
            findings.add(new WorkloadMeaning.SelectsNotItsOwn(is.words()));
        }
    }

    private static boolean isPartOfIt(FieldPath path) {
        return path.startsWith("spec", "selector") || path.startsWith("spec", "template", "metadata", "labels");
    }
}
