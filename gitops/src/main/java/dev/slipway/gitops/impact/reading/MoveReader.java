package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Optional;

/** Objects that their Application takes along to another namespace or cluster, where they are made anew. */
final class MoveReader implements Reader {

    private final Pruning pruning;

    MoveReader(Pruning pruning) {
        this.pruning = pruning;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest before = pair.before();
        Manifest after = pair.after();
        if (before == null || after == null || !pair.isMoved()) {
            return;
        }
        List<Difference> namespace = findings.open().stream()
                .filter(each -> each.path().keys().equals(List.of("metadata", "namespace")))
                .toList();
        if (pair.isClaim()) {
            findings.add(claim(before, after));
        } else if (!namespace.isEmpty()) {
            findings.add(new ObjectMeaning.MadeAnew(before.namespace(), after.namespace()));
        }
        namespace.forEach(findings::claim);
    }

    /** Of another cluster Argo CD deletes nothing: its user guide, on {@code spec.destination}. */
    private ObjectMeaning claim(Manifest before, Manifest after) {
        boolean sameCluster =
                before.application().cluster().equals(after.application().cluster());
        Optional<String> stays = sameCluster ? pruning.stays(before) : Optional.of("it is on another cluster");
        return new ObjectMeaning.MadeAnewEmpty(
                after.words(), before.namespace(), after.namespace(), stays.orElse(null));
    }
}
