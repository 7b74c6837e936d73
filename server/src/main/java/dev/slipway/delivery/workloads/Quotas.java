package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.Quantity;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.math.BigDecimal;
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
        List<Manifest> containers = template.items("spec", "containers");
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
                .flatMap(quota -> quotaRefusal(quota, owner, containers, limits).stream())
                .findFirst();
    }

    private Optional<String> quotaRefusal(
            LiveObject quota, LiveObject owner, List<Manifest> containers, Manifest limits) {
        for (Map.Entry<String, String> hard :
                quota.manifest().values("spec", "hard").entrySet()) {
            BigDecimal used = used(hard.getKey(), owner, limits);
            BigDecimal more = sum(hard.getKey(), containers, limits);
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
                .map(Pod::specs)
                .map(specs -> sum(resource, specs, limits))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(String resource, List<Manifest> containers, Manifest limits) {
        return resource.equals("pods") || resource.equals("count/pods")
                ? BigDecimal.ONE
                : containers.stream()
                        .map(container -> amount(container, resource, limits))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
