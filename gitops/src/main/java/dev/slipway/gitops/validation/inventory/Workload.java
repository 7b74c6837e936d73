package dev.slipway.gitops.validation.inventory;

import dev.slipway.gitops.manifest.ControllerLabels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object that asks for pods. */
public record Workload(Managed owner, Pods pods) {

    /** Empty for an object that asks for none that we know of. */
    public static Optional<Workload> of(Managed owner) {
        return Pods.of(owner.object()).map(pods -> new Workload(owner, pods));
    }

    /** Where the pods' spec stands in the object. */
    public String pointer() {
        return pods.pointer();
    }

    /** Of the pods, as their template has them. */
    public Map<String, @Nullable Object> labels() {
        return pods.labels();
    }

    /** Of the pods. */
    public Map<String, @Nullable Object> spec() {
        return pods.spec();
    }

    /** Whether some of its pods are selected: their controller adds labels to those of the template. */
    public boolean isSelectedBy(Selector selector) {
        return selector.beyond((key, value) -> ControllerLabels.give(owner.object(), key, value))
                .matches(labels());
    }

    /** Every container; a pointer names each. */
    public List<Container> containers() {
        return pods.containers();
    }

    public List<@Nullable Object> list(String... path) {
        return pods.list(path);
    }

    public Optional<String> text(String... path) {
        return pods.text(path);
    }

    /** How many pods at once; of a DaemonSet nobody knows. */
    public long replicas() {
        return switch (owner.kind()) {
            case "Job" -> number("spec", "parallelism");
            case "CronJob" -> number("spec", "jobTemplate", "spec", "parallelism");
            case "Pod" -> 1;
            default -> number("spec", "replicas");
        };
    }

    private long number(String... path) {
        return owner.object().at(path).orElse(1L) instanceof Number number ? number.longValue() : 1;
    }
}
