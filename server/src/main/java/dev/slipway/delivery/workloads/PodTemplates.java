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
        if (!template.items("spec", "initContainers").isEmpty()) {
            problems.add("init containers are not understood by the local cluster");
        }
        if (template.items("spec", "containers").isEmpty()) {
            problems.add("the pod template has no containers");
        }
        template.items("spec", "volumes").stream()
                .filter(volume -> !volume.has("emptyDir"))
                .forEach(volume -> problems.add("volume \""
                        + volume.text("name").orElse("") + "\": the local cluster understands emptyDir only"));
        return problems;
    }
}
