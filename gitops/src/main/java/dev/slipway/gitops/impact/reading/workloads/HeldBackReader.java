package dev.slipway.gitops.impact.reading.workloads;

import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Objects;

/** New pod templates that no pod takes over for the time being: of what is paused, or waits until its pods are deleted. */
public final class HeldBackReader implements ChangeReader {

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (PodTemplates.of(is.object()).isEmpty()) {
            return;
        }
        boolean paused = isPaused(is.object());
        findings.open(path -> path.keys().equals(List.of("spec", "paused")))
                .forEach(each -> findings.add(each, new WorkloadMeaning.Paused(paused)));
        boolean rolls = !Objects.equals(PodTemplates.of(was.object()), PodTemplates.of(is.object()));
        if (rolls && paused) {
            findings.add(new WorkloadMeaning.RollsNothing("until it is not paused any more"));
        } else if (rolls && waits(is.object())) {
            findings.add(new WorkloadMeaning.RollsNothing("until somebody deletes it (updateStrategy OnDelete)"));
        }
    }

    private static boolean isPaused(Resource workload) {
        return workload.at("spec", "paused").filter(Boolean.TRUE::equals).isPresent();
    }

    /** Kubernetes' documentation of DaemonSets and of StatefulSets, on update strategies. */
    private static boolean waits(Resource workload) {
        return workload.text("spec", "updateStrategy", "type")
                .filter("OnDelete"::equals)
                .isPresent();
    }
}
