package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.Optional;

/** Disruption budgets that let no pod be evicted any more, by their own numbers or by the number of their pods. */
final class EvictionReader implements ChangeReader {

    private static final String BUDGET = "PodDisruptionBudget";

    private final World before;
    private final World after;

    EvictionReader(World before, World after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (is.is("policy", BUDGET)) {
            blocked(was, is, is.object(), findings);
        } else if (PodTemplates.of(is.object()).isPresent()) {
            after.of(is).guarding(is.object()).stream()
                    .map(PodGuard::object)
                    .filter(each -> each.kind().equals(BUDGET) && isUnchanged(was, each))
                    .forEach(each -> blocked(was, is, each, findings));
        }
    }

    /** One that changes tells it itself. */
    private boolean isUnchanged(Manifest beside, Resource budget) {
        return before.same(beside, budget).filter(budget::equals).isPresent();
    }

    private void blocked(Manifest was, Manifest is, Resource budget, Findings findings) {
        Optional<Evictions> old = before.same(was, budget).flatMap(each -> Evictions.of(each, before.of(was)));
        Evictions.of(budget, after.of(is))
                .filter(Evictions::areNone)
                .filter(_ -> old.filter(Evictions::areNone).isEmpty())
                .ifPresent(each ->
                        findings.add(new ProtectionMeaning.BlocksEviction(budget.name(), each.wanted(), each.pods())));
    }
}
