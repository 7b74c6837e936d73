package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;

/** Budgets, policies and monitors that do not choose pods any more which are still there. */
final class GuardReader implements ChangeReader {

    private final World before;
    private final World after;

    GuardReader(World before, World after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (PodTemplates.of(is.object()).isPresent()) {
            workload(was, is, findings);
        } else {
            guard(was, is, findings);
        }
    }

    /** Guards whose own selector changes tell it themselves. */
    private void workload(Manifest was, Manifest is, Findings findings) {
        after.of(is).guarding(was.object()).stream()
                .filter(guard -> !guard.holdsFor(is.object()))
                .filter(guard -> isSameBefore(was, guard))
                .forEach(guard -> findings.add(lost(guard, is, List.of(is.object()))));
    }

    private boolean isSameBefore(Manifest beside, PodGuard guard) {
        return before.same(beside, guard.object())
                .flatMap(PodGuard::of)
                .filter(each -> each.selector().equals(guard.selector()))
                .isPresent();
    }

    private void guard(Manifest was, Manifest is, Findings findings) {
        Optional<PodGuard> old = PodGuard.of(was.object());
        Optional<PodGuard> now = PodGuard.of(is.object());
        if (old.isEmpty()
                || now.isEmpty()
                || old.get().selector().equals(now.get().selector())) {
            return;
        }
        List<Resource> lost = before.of(was).heldBy(old.get()).stream()
                .flatMap(each -> after.same(is, each).stream())
                .filter(each -> !now.get().holdsFor(each))
                .toList();
        if (!lost.isEmpty()) {
            findings.add(lost(now.get(), is, lost));
        }
    }

    private ProtectionMeaning.NoLongerHolds lost(PodGuard guard, Manifest beside, List<Resource> lost) {
        return new ProtectionMeaning.NoLongerHolds(
                words(guard.object()),
                guard.bond(),
                lost.stream().map(GuardReader::words).toList(),
                after.of(beside).heldBy(guard).isEmpty());
    }

    private static String words(Resource object) {
        return object.kind() + " \"" + object.name() + "\"";
    }
}
