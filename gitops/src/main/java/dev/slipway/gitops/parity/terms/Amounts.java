package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Set;

/** How much of it runs: replicas with what scales and guards them, resources, images. */
public final class Amounts {

    private static final Set<String> SCALERS =
            Set.of("HorizontalPodAutoscaler", "VerticalPodAutoscaler", "ScaledObject", "PodDisruptionBudget");

    private Amounts() {}

    public static Facts replicas(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .own(Set.of("Deployment", "StatefulSet", "ReplicaSet"))
                .forEach(each -> facts.put(
                        Facts.object(each),
                        "spec.replicas",
                        each.at("spec", "replicas").orElse(1)));
        manifests.own(SCALERS).forEach(each -> {
            facts.present(each);
            facts.deep(Facts.object(each), "spec", each.map("spec"));
        });
        return facts;
    }

    public static Facts resources(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .forEach(each -> facts.deep(each.object(), each.path() + ".resources", each.map("resources")));
        manifests.workloads().forEach(each -> sizes(facts, each));
        manifests
                .own(Set.of("PersistentVolumeClaim"))
                .forEach(each -> facts.deep(Facts.object(each), "spec.resources", each.map("spec", "resources")));
        return facts;
    }

    private static void sizes(Facts facts, Workload workload) {
        Workload.items(workload.pod(), "volumes")
                .forEach(volume -> facts.putIfAny(
                        workload.name(),
                        workload.path() + ".volumes[" + Values.text(volume, "name") + "].emptyDir.sizeLimit",
                        Values.text(volume, "emptyDir", "sizeLimit")));
        Resource object = workload.object();
        object.list("spec", "volumeClaimTemplates")
                .forEach(claim -> facts.deep(
                        workload.name(),
                        "spec.volumeClaimTemplates[" + Values.text(claim, "metadata", "name") + "].spec.resources",
                        Values.map(claim, "spec", "resources")));
    }

    public static Facts images(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .forEach(each -> facts.putIfAny(each.object(), each.path() + ".image", each.at("image")));
        return facts;
    }
}
