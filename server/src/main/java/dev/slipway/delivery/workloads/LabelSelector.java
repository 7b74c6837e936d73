package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.Manifest;
import java.util.List;
import java.util.Map;

/** Kubernetes' label selector: {@code matchLabels} and {@code matchExpressions}, all of which must hold. */
record LabelSelector(Manifest definition) {

    boolean matches(Map<String, String> labels) {
        return labels.entrySet().containsAll(definition.values("matchLabels").entrySet())
                && definition.items("matchExpressions").stream().allMatch(each -> holds(each, labels));
    }

    private static boolean holds(Manifest expression, Map<String, String> labels) {
        String key = expression.text("key").orElse("");
        List<String> values = expression.texts("values");
        String value = labels.get(key);
        return switch (expression.text("operator").orElse("")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
