package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChoiceReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodGuard;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;

/** Budgets, policies and monitors that do not choose pods any more which are still there. */
public final class GuardReader implements ChoiceReader {

    private final Worlds worlds;

    public GuardReader(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Guards whose own selector changes tell it themselves. */
    @Override
    public void workload(Manifest was, Manifest is, Findings findings) {
        worlds.after().of(is).guarding(was.object()).stream()
                .filter(guard -> !guard.holdsFor(is.object()))
                .filter(guard -> worlds.isUnchanged(was, guard.object(), GuardReader::selector))
                .forEach(guard -> findings.add(lost(guard, is, List.of(is.object()))));
    }

    private static Optional<Selector> selector(Resource object) {
        return PodGuard.of(object).map(PodGuard::selector);
    }

    @Override
    public void chooser(Manifest was, Manifest is, Findings findings) {
        Optional<PodGuard> old = PodGuard.of(was.object());
        Optional<PodGuard> now = PodGuard.of(is.object());
        if (old.isEmpty()
                || now.isEmpty()
                || old.get().selector().equals(now.get().selector())) {
            return;
        }
        List<Resource> lost = worlds.before().of(was).heldBy(old.get()).stream()
                .flatMap(each -> worlds.after().same(is, each).stream())
                .filter(each -> !now.get().holdsFor(each))
                .toList();
        if (!lost.isEmpty()) {
            findings.add(lost(now.get(), is, lost));
        }
    }

    private ProtectionMeaning.NoLongerHolds lost(PodGuard guard, Manifest beside, List<Resource> lost) {
        return new ProtectionMeaning.NoLongerHolds(
                Mention.to(guard.object()).words(),
                guard.bond(),
                lost.stream().map(each -> Mention.to(each).words()).toList(),
                worlds.after().of(beside).heldBy(guard).isEmpty());
    }
}
