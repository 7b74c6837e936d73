package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What containers may do to their machine, and what the service may do to the cluster: contexts, account, roles. */
public final class SecurityContexts {

    private static final Map<String, Object> DEFAULTS =
            Map.of("privileged", false, "readOnlyRootFilesystem", false, "allowPrivilegeEscalation", true);
    private static final Set<String> ACCESS =
            Set.of("ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

    private SecurityContexts() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.workloads().forEach(workload -> add(facts, workload));
        manifests.own(ACCESS).forEach(each -> access(facts, each));
        return facts;
    }

    private static void add(Facts facts, Workload workload) {
        Map<String, @Nullable Object> pod = workload.pod();
        facts.deep(workload.name(), workload.path() + ".securityContext", pod.get("securityContext"));
        facts.put(
                workload.name(),
                workload.path() + ".serviceAccountName",
                Objects.requireNonNullElse(pod.get("serviceAccountName"), "default"));
        facts.put(
                workload.name(),
                workload.path() + ".automountServiceAccountToken",
                Objects.requireNonNullElse(pod.get("automountServiceAccountToken"), true));
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
            facts.put(
                    workload.name(), workload.path() + "." + field, Objects.requireNonNullElse(pod.get(field), false));
        }
        facts.putIfAny(workload.name(), workload.path() + ".runtimeClassName", pod.get("runtimeClassName"));
        workload.containers().forEach(container -> add(facts, container));
    }

    private static void add(Facts facts, Container container) {
        Map<String, @Nullable Object> context = new TreeMap<>(DEFAULTS);
        context.putAll(container.map("securityContext"));
        facts.deep(container.object(), container.path() + ".securityContext", context);
    }

    private static void access(Facts facts, Resource object) {
        facts.present(object);
        facts.deep(Facts.object(object), "rules", object.at("rules").orElse(null));
        facts.deep(Facts.object(object), "roleRef", object.at("roleRef").orElse(null));
        facts.deep(Facts.object(object), "subjects", object.at("subjects").orElse(null));
    }
}
