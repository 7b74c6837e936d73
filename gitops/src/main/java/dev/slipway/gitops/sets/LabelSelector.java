package dev.slipway.gitops.sets;

import dev.slipway.gitops.manifest.Fields;
import java.util.Map;

/** Kubernetes' label selector over any texts. */
record LabelSelector(Fields selector) {

    boolean isEmpty() {
        return selector.map("matchLabels").content().isEmpty()
                && selector.list("matchExpressions").isEmpty();
    }

    boolean matches(Map<String, String> labels) {
        return selector.pairs("matchLabels").entrySet().stream()
                        .allMatch(each -> each.getValue().equals(labels.get(each.getKey())))
                && selector.maps("matchExpressions").stream().allMatch(each -> matches(each, labels));
    }

    private static boolean matches(Fields expression, Map<String, String> labels) {
        String key = expression.textOr("key", "");
        String operator = expression.textOr("operator", "");
        boolean among = labels.containsKey(key) && expression.texts("values").contains(labels.get(key));
        return switch (operator) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default ->
                throw new GeneratorException(
                        "\"" + operator + "\" is no operator of a selector.",
                        "In, NotIn, Exists or DoesNotExist",
                        "Correct matchExpressions.");
        };
    }
}
