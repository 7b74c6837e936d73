package dev.slipway.gitops.impact.reading.workloads;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** What is lost with what runs pods, and what pods lose that still name something. */
public final class WorkloadLosses implements Losses {

    private final World after;

    public WorkloadLosses(Worlds worlds) {
        this.after = worlds.after();
    }

    @Override
    public Optional<Removed> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "Deployment", "DaemonSet", "ReplicaSet", "Rollout" -> Losses.breaking(gone, "its pods are stopped");
            case "CronJob" -> Losses.risky(gone, "it is not run any more");
            case "ServiceAccount" ->
                Losses.needed(gone, pods(after.mentioning(gone).stream()), "still needs it: new pods do not start");
            case "PriorityClass" -> Losses.needed(gone, classified(gone), "still names it: new pods are refused");
            default -> Optional.empty();
        };
    }

    /** A class belongs to the cluster; pods that name one that is not there are refused: Kubernetes' documentation on priority. */
    private Stream<Resource> classified(Manifest gone) {
        Mention mention = Mention.to(gone.object());
        return pods(after.cluster(gone)).filter(each -> Mention.of(each).contains(mention));
    }

    private static Stream<Resource> pods(Stream<Resource> objects) {
        return objects.filter(each -> PodTemplates.of(each).isPresent());
    }
}
