package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import java.util.Set;

/** What chooses pods: selectors of workloads, Services and disruption budgets, and the labels that they choose by. */
public final class Selectors {

    private Selectors() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.workloads().forEach(workload -> add(facts, workload));
        manifests
                .own(Set.of("Service"))
                .forEach(each -> facts.deep(Facts.object(each), "spec.selector", each.map("spec", "selector")));
        return facts;
    }

    private static void add(Facts facts, Workload workload) {
        facts.deep(
                workload.name(),
                "spec.selector",
                workload.object().at("spec", "selector").orElse(null));
        facts.deep(workload.name(), workload.path().replaceFirst("spec$", "metadata.labels"), workload.labels());
    }
}
