package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes pods of templates. */
final class PodTemplates {

    private static final List<String> VOLUMES = List.of("emptyDir", "configMap", "secret", "downwardAPI", "projected");
    private static final List<String> SOURCES = List.of("configMap", "secret", "downwardAPI");

    private PodTemplates() {}

    static PodRow pod(LiveObject owner, Manifest template, String hash, Instant now) {
        return pod(owner, owner.kind(), template, hash, now);
    }

    /** A pod that runs to completion. */
    static PodRow jobPod(LiveObject owner, Manifest template, String hash, Instant now) {
        return pod(owner, "Job", template, hash, now);
    }

    private static PodRow pod(LiveObject owner, String ownerKind, Manifest template, String hash, Instant now) {
        String unique = UUID.randomUUID().toString();
        return new PodRow(
                owner.application().replace('.', '-') + "-" + unique,
                owner.cluster(),
                owner.namespace(),
                owner.name() + "-" + hash.substring(0, 8) + "-" + unique.substring(0, 5),
                owner.application(),
                ownerKind,
                owner.name(),
                hash,
                template,
                now,
                null,
                null);
    }

    /** What the local cluster cannot do for a pod; ignoring it would run something else than Git says. */
    static List<String> unsupported(Manifest template) {
        List<String> problems = new ArrayList<>();
        template.items("spec", "initContainers").stream()
                .filter(init -> init.has("restartPolicy")
                        && init.text("restartPolicy").filter("Always"::equals).isEmpty())
                .forEach(init -> problems.add("init container \""
                        + init.text("name").orElse("") + "\": expected no restartPolicy, or Always"));
        if (template.items("spec", "containers").isEmpty()) {
            problems.add("the pod template has no containers");
        }
        template.items("spec", "volumes").forEach(volume -> problems.addAll(unsupportedVolume(volume)));
        return problems;
    }

    private static List<String> unsupportedVolume(Manifest volume) {
        String name = "volume \"" + volume.text("name").orElse("") + "\": ";
        if (VOLUMES.stream().noneMatch(volume::has)) {
            return List.of(name + "the local cluster understands " + String.join(", ", VOLUMES) + " only");
        }
        return volume.items("projected", "sources").stream()
                .filter(source -> SOURCES.stream().noneMatch(source::has))
                .map(source -> name + "the local cluster projects " + String.join(", ", SOURCES) + " only, not "
                        + String.join(", ", source.content().keySet()))
                .toList();
    }
}
