package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.Quantity;
import dev.slipway.delivery.store.PodRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a pod may learn of itself: Kubernetes' downward API. */
record PodFields(PodRow pod) {

    private static final Pattern ENTRY = Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)'\\]");

    /** @param path for example {@code metadata.labels['app']}; what is unknown is empty */
    String field(String path) {
        return switch (path) {
            case "metadata.name" -> pod.name();
            case "metadata.namespace" -> pod.namespace();
            case "metadata.uid" -> pod.id();
            case "metadata.labels" -> lines("labels");
            case "metadata.annotations" -> lines("annotations");
            case "spec.nodeName" -> pod.cluster().value();
            case "status.podIP", "status.podIPs", "status.hostIP", "status.hostIPs" -> "127.0.0.1";
            case "spec.serviceAccountName" ->
                pod.template().text("spec", "serviceAccountName").orElse("default");
            default -> entry(path);
        };
    }

    private String lines(String map) {
        return pod.template().values("metadata", map).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=\"" + escaped(each.getValue()) + "\"")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private String entry(String path) {
        Matcher matcher = ENTRY.matcher(path);
        return matcher.matches()
                ? pod.template()
                        .text("metadata", matcher.group(1), matcher.group(2))
                        .orElse("")
                : "";
    }

    /**
     * A container's request or limit in whole units of the divisor; what it does not say is what the machine has.
     *
     * @param reference a {@code resourceFieldRef}
     */
    String resource(Manifest container, Manifest reference) {
        String resource = reference.text("resource").orElse("");
        int dot = resource.indexOf('.');
        String kind = dot < 0 ? "limits" : resource.substring(0, dot);
        String name = resource.substring(dot + 1);
        BigDecimal divisor = Quantity.of(reference.text("divisor").orElse("1"));
        return container
                .text("resources", kind, name)
                .or(() -> container.text("resources", "limits", name))
                .map(Quantity::of)
                .orElseGet(() -> machine(name))
                .divide(divisor.signum() == 0 ? BigDecimal.ONE : divisor, 0, RoundingMode.CEILING)
                .toPlainString();
    }

    private static BigDecimal machine(String name) {
        return switch (name) {
            case "cpu" -> BigDecimal.valueOf(Runtime.getRuntime().availableProcessors());
            case "memory" -> BigDecimal.valueOf(memory());
            default -> BigDecimal.ZERO;
        };
    }

    private static long memory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    /** The container of that name, of this pod. */
    Optional<Manifest> container(String name) {
        return java.util.stream.Stream.concat(
                        pod.template().items("spec", "containers").stream(),
                        pod.template().items("spec", "initContainers").stream())
                .filter(each -> each.text("name").filter(name::equals).isPresent())
                .findFirst();
    }
}
