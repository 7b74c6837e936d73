package dev.slipway.gitops.validation.refusal.workloads;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An autoscaler has room, and metrics that say what is measured. */
public final class AutoscalerCheck implements ObjectCheck {

    /** The field of each type of metric. */
    private static final Map<String, String> FIELDS = Map.of(
            "Resource",
            "resource",
            "ContainerResource",
            "containerResource",
            "Pods",
            "pods",
            "Object",
            "object",
            "External",
            "external");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("HorizontalPodAutoscaler") || !object.group().equals("autoscaling")) {
            return;
        }
        Object least = object.at("spec", "minReplicas").orElse(null);
        Object most = object.at("spec", "maxReplicas").orElse(null);
        if (least instanceof Number from && most instanceof Number to && from.longValue() > to.longValue()) {
            found.accept(refused(
                    "/spec/minReplicas",
                    "At least " + from + " pods are more than at most " + to + ".",
                    "at most " + to));
        }
        List<@Nullable Object> metrics = object.list("spec", "metrics");
        if (least instanceof Number from && from.longValue() == 0) {
            found.accept(nothing(metrics));
        }
        for (int i = 0; i < metrics.size(); i++) {
            metric(Values.asMap(metrics.get(i)), "/spec/metrics/" + i, found);
        }
        for (String direction : List.of("scaleUp", "scaleDown")) {
            // Without the field the policies that every autoscaler has count.
            if (object.at("spec", "behavior", direction, "policies")
                    .filter(List.of()::equals)
                    .isPresent()) {
                found.accept(refused(
                        "/spec/behavior/" + direction + "/policies",
                        "No policy is left.",
                        "at least one; selectPolicy: Disabled keeps it from scaling"));
            }
        }
    }

    private static Violation nothing(List<@Nullable Object> metrics) {
        boolean wakes = metrics.stream()
                .map(each -> Values.text(each, "type"))
                .anyMatch(each -> "Object".equals(each) || "External".equals(each));
        return wakes
                ? Violation.warning(
                        Rule.AUTOSCALER,
                        "/spec/minReplicas",
                        "It scales to no pod at all.",
                        "at least 1",
                        "Kubernetes before 1.37 refuses it unless the feature HPAScaleToZero is switched on.")
                : refused(
                        "/spec/minReplicas",
                        "It scales to no pod at all, and without pods nothing is measured.",
                        "at least 1, or a metric of the type Object or External");
    }

    private static void metric(@Nullable Map<String, @Nullable Object> metric, String at, Consumer<Violation> found) {
        String field = metric == null ? null : FIELDS.get(String.valueOf(metric.get("type")));
        if (metric == null || field == null) {
            return; // the schema says it
        }
        if (metric.get(field) == null) {
            found.accept(refused(at, "The metric of the type " + metric.get("type") + " does not say more.", field));
        }
        FIELDS.values().stream()
                .filter(each -> !each.equals(field) && metric.get(each) != null)
                .forEach(each -> found.accept(refused(
                        at + "/" + each, "The metric is of the type " + metric.get("type") + ".", field + " alone")));
        Map<String, @Nullable Object> target = Values.map(metric, field, "target");
        if (target != null && field.toLowerCase(java.util.Locale.ROOT).endsWith("resource")) {
            boolean share = target.get("averageUtilization") != null;
            if (share == (target.get("averageValue") != null)) {
                found.accept(refused(
                        at + "/" + field + "/target",
                        share ? "Two things are aimed at." : "What is aimed at is not said.",
                        "averageUtilization or averageValue"));
            }
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.AUTOSCALER, at, what, expected);
    }
}
