package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.manifest.ControllerLabels;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who selects which pods: Services that lose theirs, workloads that do not select their own. */
final class SelectorReader implements Reader {

    private final World before;
    private final World after;

    SelectorReader(World before, World after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest was = pair.before();
        if (was == null) {
            return;
        }
        if (was.is("", "Service")) {
            service(was, pair.after(), findings);
        } else if (PodTemplates.of(was.object()).isPresent()) {
            workload(was, pair.after(), findings);
        }
    }

    private void service(Manifest was, @Nullable Manifest is, Findings findings) {
        if (is == null) {
            return;
        }
        Map<String, String> old = selector(was.object());
        Map<String, String> now = selector(is.object());
        if (old.equals(now)) {
            return;
        }
        findings.open().stream()
                .filter(each -> each.path().startsWith("spec", "selector"))
                .forEach(findings::claim);
        findings.add(new NetworkMeaning.Selector(PodTemplates.words(old), PodTemplates.words(now)));
        List<String> led = before.of(was).ledToBy(was.object()).stream()
                .map(each -> each.kind() + " \"" + each.name() + "\"")
                .toList();
        if (!led.isEmpty()
                && !now.isEmpty()
                && after.of(is).ledToBy(is.object()).isEmpty()) {
            findings.add(new NetworkMeaning.SelectsNothing(is.object().name(), led));
        }
    }

    private void workload(Manifest was, @Nullable Manifest is, Findings findings) {
        boolean changed = is == null || !labels(was.object()).equals(labels(is.object()));
        if (changed) {
            Neighbours neighbours = after.of(is == null ? was : is);
            neighbours.leadingTo(was.object()).stream()
                    .filter(service -> neighbours.ledToBy(service).isEmpty())
                    .forEach(service ->
                            findings.add(new NetworkMeaning.SelectsNothing(service.name(), List.of(was.words()))));
        }
        if (is != null) {
            own(is, findings);
        }
    }

    /** {@code spec.selector} must match {@code spec.template.metadata.labels}: Kubernetes' documentation of Deployments. */
    private static void own(Manifest is, Findings findings) {
        boolean touched = findings.open().stream()
                .anyMatch(each -> each.path().startsWith("spec", "selector")
                        || each.path().startsWith("spec", "template", "metadata", "labels"));
        Map<String, String> selector = PodTemplates.texts(
                is.object().at("spec", "selector", "matchLabels").orElse(null));
        if (touched && !selector.isEmpty() && !PodTemplates.selects(selector, labels(is.object()))) {
            findings.add(new WorkloadMeaning.SelectsNotItsOwn(is.words()));
        }
    }

    /** By the labels of the template and those that the workload's controller adds. */
    static boolean selects(Map<String, String> selector, Resource workload) {
        Map<String, String> wanted = new TreeMap<>(selector);
        wanted.entrySet().removeIf(each -> ControllerLabels.give(workload, each.getKey(), each.getValue()));
        return !selector.isEmpty() && (wanted.isEmpty() || PodTemplates.selects(wanted, labels(workload)));
    }

    static Map<String, String> selector(Resource service) {
        return PodTemplates.texts(service.at("spec", "selector").orElse(null));
    }

    private static Map<String, String> labels(Resource workload) {
        return PodTemplates.of(workload).map(PodTemplates::labels).orElse(Map.of());
    }
}
