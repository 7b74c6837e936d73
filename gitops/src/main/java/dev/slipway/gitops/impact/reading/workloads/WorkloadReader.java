package dev.slipway.gitops.impact.reading.workloads;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.containers.SecurityWords;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replicas, strategy, service account, scheduling, volumes and labels of what runs pods. */
public final class WorkloadReader implements Reader {

    private static final Set<String> SCHEDULING = Set.of(
            "nodeSelector",
            "affinity",
            "tolerations",
            "topologySpreadConstraints",
            "priorityClassName",
            "runtimeClassName",
            "nodeName",
            "schedulerName");
    private static final Set<String> HOST = Set.of("hostNetwork", "hostPID", "hostIPC");

    private final World after;

    public WorkloadReader(Worlds worlds) {
        this.after = worlds.after();
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        if (PodTemplates.of(pair.any().object()).isEmpty()) {
            return;
        }
        for (Difference each : findings.open()) {
            Optional<Meaning> meaning = spec(pair, each).or(() -> pods(each));
            meaning.ifPresent(found -> findings.add(each, found));
        }
        labels(findings);
    }

    private Optional<Meaning> spec(ObjectPair pair, Difference each) {
        FieldPath path = each.path();
        String before = each.textBefore();
        String now = each.textAfter();
        if (path.keys().equals(List.of("spec", "replicas"))) {
            return Optional.of(new WorkloadMeaning.Replicas(before, now, autoscaler(pair.any())));
        }
        if (path.has("strategy") || path.has("updateStrategy")) {
            return Optional.of(
                    path.last().equals("type")
                            ? new WorkloadMeaning.Strategy(before, now)
                            : new WorkloadMeaning.RollingBounds(path.last(), each.lineBefore(), each.lineAfter()));
        }
        return switch (String.join(".", path.keys())) {
            case "spec.schedule", "spec.timeZone" -> Optional.of(new WorkloadMeaning.Schedule(before, now));
            case "spec.suspend" -> Optional.of(new WorkloadMeaning.Suspended(Objects.equals(each.after(), true)));
            default -> Optional.empty();
        };
    }

    private @Nullable String autoscaler(Manifest workload) {
        return after.mentioning(workload).stream()
                .filter(each -> each.kind().equals("HorizontalPodAutoscaler"))
                .map(Resource::name)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Meaning> pods(Difference each) {
        FieldPath path = each.path();
        if (!path.has("template") || path.has("containers") || path.has("initContainers")) {
            return Optional.empty();
        }
        Optional<String> field =
                path.keys().stream().filter(SCHEDULING::contains).findFirst();
        if (field.isPresent()) {
            return Optional.of(new WorkloadMeaning.Scheduling(field.get()));
        }
        if (path.has("securityContext") || HOST.contains(path.last())) {
            return Optional.of(SecurityWords.of("the pods", each));
        }
        Optional<String> volume = path.elementOf("volumes");
        if (volume.isPresent()) {
            return Optional.of(new WorkloadMeaning.Volume(volume.get(), each.turnOf("volumes")));
        }
        return scalar(each, path);
    }

    private static Optional<Meaning> scalar(Difference each, FieldPath path) {
        String before = each.textBefore();
        String after = each.textAfter();
        return switch (path.last()) {
            case "serviceAccountName", "serviceAccount" ->
                Optional.of(new WorkloadMeaning.ServiceAccount(before, after));
            case "terminationGracePeriodSeconds" -> Optional.of(new WorkloadMeaning.GracePeriod(before, after));
            default ->
                path.has("annotations") && path.has("template")
                        ? Optional.of(new WorkloadMeaning.Rolls("annotation " + path.last() + " changed"))
                        : Optional.empty();
        };
    }

    private static void labels(Findings findings) {
        List<Difference> labels = findings.open(path -> path.startsWith("spec", "template", "metadata", "labels"));
        if (!labels.isEmpty()) {
            findings.add(new WorkloadMeaning.PodLabels(
                    labels.stream().map(each -> each.path().last()).toList()));
            labels.forEach(findings::claim);
        }
    }
}
