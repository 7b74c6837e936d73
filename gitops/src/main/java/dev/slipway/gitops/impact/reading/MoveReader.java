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
        if (pair.holdsData()) {
            findings.add(data(before, after));
        } else if (!namespace.isEmpty()) {
            findings.add(new ObjectMeaning.MadeAnew(before.namespace(), after.namespace()));
        }
        namespace.forEach(findings::claim);
    }

    private ObjectMeaning data(Manifest before, Manifest after) {
        String claims = after.is("", "PersistentVolumeClaim") ? "" : "Storage of ";
        return new ObjectMeaning.MadeAnewEmpty(
                claims + after.words(),
                before.namespace(),
                after.namespace(),
                stays(before, after).orElse(null));
    }

    /** Of another cluster Argo CD deletes nothing: its user guide, on {@code spec.destination}. */
    private Optional<String> stays(Manifest before, Manifest after) {
        if (!before.application().cluster().equals(after.application().cluster())) {
            return Optional.of("it is on another cluster");
        }
        return pruning.stays(before).or(() -> kept(before));
    }

    /** Kubernetes' documentation of StatefulSets, on the retention of claims. */
    private static Optional<String> kept(Manifest before) {
        boolean deletes =
                before.is("", "PersistentVolumeClaim") || ClaimRetentionReader.deletes(before.object(), "whenDeleted");
        return deletes ? Optional.empty() : Optional.of("claims of a StatefulSet are kept when it is deleted");
    }
}
