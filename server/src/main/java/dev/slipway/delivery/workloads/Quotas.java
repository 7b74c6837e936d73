package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.Quantity;
import dev.slipway.delivery.pods.Pods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ResourceQuotas and LimitRanges: what a namespace's pods may ask for. Counts pods, requests and limits of CPU and memory. */
final class Quotas {

    private final Pods pods;

    Quotas(Pods pods) {
        this.pods = pods;
    }

    /** Why one more pod of this template may not be, or empty. */
    Optional<String> refusal(LiveObject owner, Manifest template, LiveObjects objects) {
        List<Manifest> containers = new ArrayList<>(template.items("spec", "initContainers"));
        containers.addAll(template.items("spec", "containers"));
        Manifest limits = limitRange(owner, objects);
        for (Map.Entry<String, String> maximum : limits.values("max").entrySet()) {
            for (Manifest container : containers) {
                BigDecimal asked = amount(container, "limits." + maximum.getKey(), limits);
                if (asked.compareTo(Quantity.of(maximum.getValue())) > 0) {
                    return Optional.of("container \"" + container.text("name").orElse("") + "\" may have at most "
                            + maximum.getValue() + " " + maximum.getKey() + " (LimitRange)");
                }
            }
        }
        return objects.in(owner.cluster(), owner.namespace(), "ResourceQuota").stream()
                .flatMap(quota -> quotaRefusal(quota, owner, template, limits).stream())
                .findFirst();
    }

    private Optional<String> quotaRefusal(LiveObject quota, LiveObject owner, Manifest template, Manifest limits) {
        for (Map.Entry<String, String> hard :
                quota.manifest().values("spec", "hard").entrySet()) {
            BigDecimal used = used(hard.getKey(), owner, limits);
            BigDecimal more = sum(hard.getKey(), template, limits);
            if (used.add(more).compareTo(Quantity.of(hard.getValue())) > 0) {
                return Optional.of("exceeded quota \"" + quota.name() + "\": " + hard.getKey() + " is limited to "
                        + hard.getValue() + ", " + used.stripTrailingZeros().toPlainString()
                        + " is used and the pod asks for "
                        + more.stripTrailingZeros().toPlainString());
            }
        }
        return Optional.empty();
    }

    private BigDecimal used(String resource, LiveObject owner, Manifest limits) {
        return pods.all().stream()
                .filter(pod -> pod.row().cluster().equals(owner.cluster())
                        && pod.row().namespace().equals(owner.namespace())
                        && pod.succeeded().isEmpty())
                .map(pod -> sum(resource, pod.row().template(), limits))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Kubernetes' rule: what runs together counts together; init containers run before, so the largest of them counts. */
    private static BigDecimal sum(String resource, Manifest template, Manifest limits) {
        if (resource.equals("pods") || resource.equals("count/pods")) {
            return BigDecimal.ONE;
        }
        BigDecimal together = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Manifest init : template.items("spec", "initContainers")) {
            BigDecimal amount = amount(init, resource, limits);
            boolean stays = init.text("restartPolicy").filter("Always"::equals).isPresent();
            most = most.max(together.add(amount));
            together = stays ? together.add(amount) : together;
        }
        for (Manifest container : template.items("spec", "containers")) {
            together = together.add(amount(container, resource, limits));
        }
        return most.max(together);
    }

    /** @param resource {@code requests.cpu}, {@code limits.memory}, or {@code cpu}, which means the request */
    private static BigDecimal amount(Manifest container, String resource, Manifest defaults) {
        boolean limit = resource.startsWith("limits.");
        String name = resource.replaceFirst("^(limits|requests)\\.", "");
        return container
                .text("resources", limit ? "limits" : "requests", name)
                .or(() -> limit ? Optional.empty() : container.text("resources", "limits", name))
                .or(() -> defaults.text(limit ? "default" : "defaultRequest", name))
                .map(Quantity::of)
                .orElse(BigDecimal.ZERO);
    }

    private static Manifest limitRange(LiveObject owner, LiveObjects objects) {
        return objects.in(owner.cluster(), owner.namespace(), "LimitRange").stream()
                .flatMap(range -> range.manifest().items("spec", "limits").stream())
                .filter(item -> item.text("type").filter("Container"::equals).isPresent())
                .findFirst()
                .orElse(new Manifest(Map.of()));
    }
}
