package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChoiceReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodGuard;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.Optional;
import java.util.function.Function;

/** Disruption budgets that let no pod be evicted any more, by their own numbers or by the number of their pods. */
public final class EvictionReader implements ChoiceReader {

    private static final String BUDGET = "PodDisruptionBudget";

    private final Worlds worlds;

    public EvictionReader(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void chooser(Manifest was, Manifest is, Findings findings) {
        if (is.is("policy", BUDGET)) {
            blocked(was, is, is.object(), findings);
        }
    }

    /** Budgets that change tell it themselves. */
    @Override
    public void workload(Manifest was, Manifest is, Findings findings) {
        worlds.after().of(is).guarding(is.object()).stream()
                .map(PodGuard::object)
                .filter(each -> each.kind().equals(BUDGET))
                .filter(each -> worlds.isUnchanged(was, each, Function.identity()))
                .forEach(each -> blocked(was, is, each, findings));
    }

    private void blocked(Manifest was, Manifest is, Resource budget, Findings findings) {
        Optional<Evictions> old = worlds.before()
                .same(was, budget)
                .flatMap(each -> Evictions.of(each, worlds.before().of(was)));
        Evictions.of(budget, worlds.after().of(is))
                .filter(Evictions::areNone)
                .filter(_ -> old.filter(Evictions::areNone).isEmpty())
                .ifPresent(each ->
                        findings.add(new ProtectionMeaning.BlocksEviction(budget.name(), each.wanted(), each.pods())));
    }
}
