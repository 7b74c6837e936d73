package dev.slipway.gitops.validation.inventory;

import dev.slipway.gitops.manifest.ControllerLabels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every object that Git declares, by cluster and namespace. */
public final class Inventory {

    private static final Set<String> PASSIVE = Set.of(
            "argoproj.io",
            "networking.istio.io",
            "security.istio.io",
            "telemetry.istio.io",
            "gateway.networking.k8s.io",
            "external-secrets.io",
            "bitnami.com",
            "cert-manager.io",
            "monitoring.coreos.com");

    private final List<Managed> objects;
    private final Map<String, List<Managed>> byKind = new HashMap<>();
    private final Map<String, Managed> byName = new HashMap<>();
    private final Map<String, List<Workload>> workloads = new LinkedHashMap<>();
    private final Map<String, List<Workload>> labelled = new HashMap<>();
    private final Map<String, Managed> namespaces = new LinkedHashMap<>();
    private final Set<String> makers = new HashSet<>();

    public Inventory(Collection<Managed> objects) {
        this.objects = List.copyOf(objects);
        for (Managed each : this.objects) {
            String kind = kind(each.cluster(), each.namespace(), each.kind());
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(each);
            byName.putIfAbsent(kind + " " + each.name(), each);
            Workload.of(each).ifPresent(this::add);
            if (each.kind().equals("Namespace") && each.object().group().isEmpty()) {
                namespaces.put(place(each.cluster(), each.name()), each);
            }
            if (mayMakeOthers(each)) {
                makers.add(place(each.cluster(), each.namespace()));
            }
        }
    }

    private void add(Workload workload) {
        Managed owner = workload.owner();
        String place = place(owner.cluster(), owner.namespace());
        workloads.computeIfAbsent(place, _ -> new ArrayList<>()).add(workload);
        workload.labels()
                .forEach((key, value) -> labelled.computeIfAbsent(label(place, key, value), _ -> new ArrayList<>())
                        .add(workload));
    }

    private static String place(String cluster, String namespace) {
        return cluster + " " + namespace;
    }

    private static String kind(String cluster, String namespace, String kind) {
        return cluster + " " + namespace + " " + kind;
    }

    /** A custom resource whose operator makes what nobody sees in Git. */
    private static boolean mayMakeOthers(Managed each) {
        String group = each.object().group();
        return group.contains(".") && !group.endsWith(".k8s.io") && !PASSIVE.contains(group);
    }

    public List<Managed> objects() {
        return objects;
    }

    /** Those of a kind in a namespace. */
    public List<Managed> all(String cluster, String namespace, String kind) {
        return byKind.getOrDefault(kind(cluster, namespace, kind), List.of());
    }

    public Optional<Managed> find(String cluster, String namespace, String kind, String name) {
        return Optional.ofNullable(byName.get(kind(cluster, namespace, kind) + " " + name));
    }

    /** The names of a kind in a namespace. */
    public List<String> names(String cluster, String namespace, String kind) {
        return all(cluster, namespace, kind).stream().map(Managed::name).toList();
    }

    public Optional<Managed> namespace(String cluster, String name) {
        return Optional.ofNullable(namespaces.get(place(cluster, name)));
    }

    /** The namespaces of a cluster that Git declares. */
    public List<Managed> namespaces(String cluster) {
        return namespaces.values().stream()
                .filter(each -> each.cluster().equals(cluster))
                .toList();
    }

    /** The pods that a namespace's objects ask for. */
    public List<Workload> workloads(String cluster, String namespace) {
        return workloads.getOrDefault(place(cluster, namespace), List.of());
    }

    /** Every workload, grouped by cluster and namespace. */
    public Collection<List<Workload>> workloads() {
        return workloads.values();
    }

    public List<Workload> selected(String cluster, String namespace, Selector selector) {
        return candidates(place(cluster, namespace), selector).stream()
                .filter(each -> each.isSelectedBy(selector))
                .toList();
    }

    /** Those that have the rarest of the labels. */
    private List<Workload> candidates(String place, Selector selector) {
        return selector.labels().entrySet().stream()
                .filter(each -> !ControllerLabels.isOne(each.getKey()))
                .map(each -> labelled.getOrDefault(label(place, each.getKey(), each.getValue()), List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> workloads.getOrDefault(place, List.of()));
    }

    private static String label(String place, String key, @Nullable Object value) {
        return place + " " + key + "=" + value;
    }

    /** How many of its pods run in any case: an autoscaler has the last word. */
    public long leastReplicas(Workload workload) {
        return scaler(workload).map(Inventory::atLeast).orElse(workload.replicas());
    }

    private static long atLeast(Managed scaler) {
        return scaler.object().at("spec", "minReplicas").orElse(1L) instanceof Number number ? number.longValue() : 1;
    }

    /** The autoscaler of a workload. */
    public Optional<Managed> scaler(Workload workload) {
        Managed owner = workload.owner();
        return all(owner.cluster(), owner.namespace(), "HorizontalPodAutoscaler").stream()
                .filter(each -> owner.name()
                                .equals(each.object()
                                        .text("spec", "scaleTargetRef", "name")
                                        .orElse(""))
                        && owner.kind()
                                .equals(each.object()
                                        .text("spec", "scaleTargetRef", "kind")
                                        .orElse("")))
                .findFirst();
    }

    /** Whether an operator may make objects in this namespace that Git does not show. */
    public boolean mayHoldMore(String cluster, @Nullable String namespace) {
        return makers.contains(place(cluster, namespace == null ? "" : namespace));
    }
}
