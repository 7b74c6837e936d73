package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.reference.Needs.Need;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Without what they need pods do not start. */
public final class PodNeedsCheck implements Check {

    /** Kubernetes, Istio and OpenShift put these into each namespace. */
    private static final Set<String> EVERYWHERE =
            Set.of("kube-root-ca.crt", "istio-ca-root-cert", "openshift-service-ca.crt");

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        inventory
                .workloads()
                .forEach(namespace -> namespace.forEach(workload -> {
                    References references = new References(inventory, workload.owner());
                    for (Need need : Needs.of(workload)) {
                        violation(need, references).ifPresent(each -> found.accept(workload.owner(), each));
                    }
                    account(workload, references).ifPresent(each -> found.accept(workload.owner(), each));
                    mounts(workload).forEach(each -> found.accept(workload.owner(), each));
                }));
    }

    private static Optional<Violation> violation(Need need, References references) {
        if (need.optional()) {
            return Optional.empty();
        }
        return switch (need.kind()) {
            case "ConfigMap" -> configMap(need, references);
            case "Secret" -> secret(need, references);
            default -> claim(need, references);
        };
    }

    private static Optional<Violation> configMap(Need need, References references) {
        Optional<Managed> map = references.find("ConfigMap", need.name());
        if (map.isPresent()) {
            return key(Rule.CONFIG_MAP, need, references, map.get(), "data", "binaryData");
        }
        return EVERYWHERE.contains(need.name()) || isNamedWhole(need) || references.isBundle(need.name())
                ? Optional.empty()
                : Optional.of(Violation.error(
                        Rule.CONFIG_MAP,
                        need.pointer(),
                        references.missing("ConfigMap", need.name()),
                        "",
                        references.meant("ConfigMap", need.name(), "Add it, or mark the reference as optional.")));
    }

    /** The volume that has these items says it already. */
    private static boolean isNamedWhole(Need need) {
        return need.pointer().contains("/items/");
    }

    private static Optional<Violation> secret(Need need, References references) {
        Secrets secrets = new Secrets(references);
        Optional<Managed> secret = secrets.find(need.name());
        if (secret.isPresent()) {
            return key(Rule.SECRET, need, references, secret.get(), "data", "stringData");
        }
        return isNamedWhole(need)
                ? Optional.empty()
                : secrets.missing(need.name(), need.pointer(), "Without it the pods do not start.");
    }

    private static Optional<Violation> key(
            Rule rule, Need need, References references, Managed holder, String... fields) {
        Set<String> keys = new TreeSet<>();
        for (String field : fields) {
            keys.addAll(holder.object().map(field).keySet());
        }
        if (need.key() == null || keys.contains(need.key()) || FilledKeys.mayHold(holder, need.key())) {
            return Optional.empty();
        }
        return Optional.of(Violation.error(
                rule,
                need.pointer(),
                "The " + need.kind() + " \"" + need.name() + "\" has no key \"" + need.key() + "\".",
                keys.isEmpty() ? "" : "one of " + String.join(", ", keys),
                references.meant(need.key(), List.copyOf(keys))));
    }

    /** A StatefulSet's own claims are made with its pods. */
    private static Optional<Violation> claim(Need need, References references) {
        return references.find("PersistentVolumeClaim", need.name()).isPresent()
                ? Optional.empty()
                : Optional.of(Violation.error(
                        Rule.VOLUME_CLAIM,
                        need.pointer(),
                        references.missing("PersistentVolumeClaim", need.name()),
                        "",
                        references.meant("PersistentVolumeClaim", need.name(), "Add it.")));
    }

    private static Optional<Violation> account(Workload workload, References references) {
        String name = workload.text("serviceAccountName").orElse("default");
        return name.equals("default") || references.find("ServiceAccount", name).isPresent()
                ? Optional.empty()
                : Optional.of(Violation.error(
                        Rule.SERVICE_ACCOUNT,
                        workload.pointer() + "/serviceAccountName",
                        references.missing("ServiceAccount", name),
                        "",
                        references.meant("ServiceAccount", name, "Add it; without it no pod is made.")));
    }

    private static List<Violation> mounts(Workload workload) {
        Set<String> volumes = new TreeSet<>();
        workload.list("volumes").forEach(each -> volumes.add(String.valueOf(Values.text(each, "name"))));
        workload.owner()
                .object()
                .list("spec", "volumeClaimTemplates")
                .forEach(each -> volumes.add(String.valueOf(Values.text(each, "metadata", "name"))));
        List<Violation> violations = new ArrayList<>();
        for (Container container : workload.containers()) {
            List<?> mounts = container.list("volumeMounts");
            for (int i = 0; i < mounts.size(); i++) {
                String name = Values.text(mounts.get(i), "name");
                if (name != null && !volumes.contains(name)) {
                    violations.add(Violation.error(
                            Rule.VOLUME,
                            container.pointer() + "/volumeMounts/" + i + "/name",
                            "The pod has no volume \"" + name + "\".",
                            volumes.isEmpty() ? "" : "one of " + String.join(", ", volumes),
                            "Add the volume, or correct the name."));
                }
            }
        }
        return violations;
    }
}
