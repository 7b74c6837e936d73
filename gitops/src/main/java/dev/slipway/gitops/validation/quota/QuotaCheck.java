package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Sums up what a namespace's objects ask for: what goes beyond its ResourceQuota is refused. */
public final class QuotaCheck implements Check {

    /** What the quota counts, by the kind that it counts. */
    private static final Map<String, String> COUNTED = Map.of(
            "services", "Service",
            "configmaps", "ConfigMap",
            "secrets", "Secret",
            "persistentvolumeclaims", "PersistentVolumeClaim",
            "count/deployments.apps", "Deployment",
            "count/statefulsets.apps", "StatefulSet",
            "count/cronjobs.batch", "CronJob",
            "count/jobs.batch", "Job");

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed quota : inventory.objects()) {
            if (quota.kind().equals("ResourceQuota") && quota.object().group().isEmpty()) {
                check(inventory, quota, found);
            }
        }
    }

    private static void check(Inventory inventory, Managed quota, BiConsumer<Managed, Violation> found) {
        if (quota.object().at("spec", "scopes").isPresent()
                || quota.object().at("spec", "scopeSelector").isPresent()) {
            found.accept(
                    quota,
                    Violation.unknown(
                            Rule.QUOTA,
                            "/spec",
                            "This quota counts only some pods (scopes): what they come to is not summed up.",
                            ""));
            return;
        }
        Demand demand = Demand.of(inventory, quota);
        quota.object().map("spec", "hard").forEach((name, value) -> {
            Optional<Quantity> hard = Quantity.parse(value);
            String at = "/spec/hard/" + name.replace("/", "~1");
            hard.flatMap(most -> exceeded(inventory, quota, demand, name, most, at))
                    .ifPresent(each -> found.accept(quota, each));
            undeclared(inventory, quota, resource(name), found);
        });
    }

    /** {@code cpu} is another word for {@code requests.cpu}. */
    private static String resource(String name) {
        return name.equals("cpu") || name.equals("memory") ? "requests." + name : name;
    }

    private static Optional<Violation> exceeded(
            Inventory inventory, Managed quota, Demand demand, String name, Quantity hard, String at) {
        String kind = COUNTED.get(name);
        if (kind != null) {
            int there = inventory.all(quota.cluster(), quota.namespace(), kind).size();
            Quantity count = Quantity.parse(there).orElse(Quantity.ZERO);
            return count.compareTo(hard) > 0
                    ? Optional.of(violation(name, hard, count, "objects in Git", at, true))
                    : Optional.empty();
        }
        String resource = resource(name);
        if (demand.least(resource).compareTo(hard) > 0) {
            return Optional.of(violation(name, hard, demand.least(resource), demand.told(resource, true), at, true));
        }
        return demand.most(resource).compareTo(hard) > 0
                ? Optional.of(violation(name, hard, demand.most(resource), demand.told(resource, false), at, false))
                : Optional.empty();
    }

    private static Violation violation(
            String name, Quantity hard, Quantity sum, String told, String at, boolean certain) {
        String expected = "at most " + hard;
        return certain
                ? Violation.error(
                        Rule.QUOTA,
                        at,
                        name + " comes to " + sum + " in this namespace: " + told + ".",
                        expected,
                        "Pods beyond it are refused: ask for less, or raise the quota.")
                : Violation.warning(
                        Rule.QUOTA,
                        at,
                        name + " may come to " + sum + " in this namespace: " + told + ".",
                        expected,
                        "When autoscalers and schedules go that far, pods are refused.");
    }

    /** A quota of CPU or memory makes Kubernetes refuse pods that do not say how much. */
    private static void undeclared(
            Inventory inventory, Managed quota, String resource, BiConsumer<Managed, Violation> found) {
        if (!resource.matches("(requests|limits)\\.(cpu|memory)")) {
            return;
        }
        Amounts defaults = LimitRanges.of(inventory, quota).defaults();
        for (Workload workload : inventory.workloads(quota.cluster(), quota.namespace())) {
            Amounts ofThePod = Amounts.of(workload.spec().get("resources"));
            for (Container container : workload.containers()) {
                if (container.kind() != Kind.EPHEMERAL
                        && !ofThePod.values().containsKey(resource)
                        && !PodDemand.of(container, defaults).values().containsKey(resource)) {
                    found.accept(workload.owner(), undeclared(container, resource, quota));
                }
            }
        }
    }

    private static Violation undeclared(Container container, String resource, Managed quota) {
        return Violation.error(
                Rule.QUOTA_UNDECLARED,
                container.pointer() + "/resources",
                "The container \"" + container.name() + "\" does not say resources." + resource + ", which " + quota
                        + " counts.",
                "an amount, or a default in a LimitRange",
                "Kubernetes refuses its pods.");
    }
}
