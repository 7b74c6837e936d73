package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Expressions of selectors have the values that their operator needs. */
public final class ExpressionCheck implements ObjectCheck {

    private static final Set<String> KINDS = Set.of(
            "networking.k8s.io NetworkPolicy",
            "policy PodDisruptionBudget",
            " PersistentVolumeClaim",
            " PersistentVolume");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (KINDS.contains(object.group() + " " + object.kind())
                || Pods.of(object).isPresent()) {
            deep(object.content().get("spec"), "/spec", found);
        }
    }

    private static void deep(@Nullable Object value, String at, Consumer<Violation> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if ("matchExpressions".equals(key) && each instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        expression(list.get(i), at + "/matchExpressions/" + i, found);
                    }
                } else {
                    deep(each, at + "/" + key, found);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                deep(list.get(i), at + "/" + i, found);
            }
        }
    }

    private static void expression(@Nullable Object expression, String at, Consumer<Violation> found) {
        String operator = Objects.requireNonNullElse(Values.text(expression, "operator"), "");
        List<@Nullable Object> values = Objects.requireNonNullElse(Values.list(expression, "values"), List.of());
        boolean right = switch (operator) {
            case "In", "NotIn" -> !values.isEmpty();
            case "Exists", "DoesNotExist" -> values.isEmpty();
            case "Gt", "Lt" ->
                values.size() == 1 && String.valueOf(values.getFirst()).matches("-?\\d{1,18}");
            default -> true;
        };
        if (!right) {
            found.accept(refused(at, "\"" + operator + "\" does not go with " + words(values) + ".", operator));
        }
        String key = Values.text(expression, "key");
        if (key != null && !Names.isQualified(key)) {
            found.accept(Violation.refused(
                    Rule.EXPRESSIONS, at + "/key", "\"" + key + "\" is no key of a label.", "the key of a label"));
        }
    }

    private static String words(List<@Nullable Object> values) {
        return values.isEmpty() ? "no values" : "the values " + values;
    }

    private static Violation refused(String at, String what, String operator) {
        String expected = switch (operator) {
            case "In", "NotIn" -> "at least one value";
            case "Gt", "Lt" -> "one whole number, as text";
            default -> "no values";
        };
        return Violation.refused(Rule.EXPRESSIONS, at, what, expected);
    }
}
