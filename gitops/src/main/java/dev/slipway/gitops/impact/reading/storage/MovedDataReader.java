package dev.slipway.gitops.impact.reading.storage;

import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Pruning;
import dev.slipway.gitops.impact.reading.frame.Reader;
import java.util.Optional;

/** What stands for stored data, and whose Application goes to another namespace or cluster: the data do not follow. */
public final class MovedDataReader implements Reader {

    private final Pruning pruning;

    public MovedDataReader(Pruning pruning) {
        this.pruning = pruning;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest before = pair.before();
        Manifest after = pair.after();
        if (before != null && after != null && pair.isMoved() && pair.holdsData()) {
            String claims = after.is("", "PersistentVolumeClaim") ? "" : "Storage of ";
            findings.add(new ObjectMeaning.MadeAnewEmpty(
                    claims + after.words(),
                    before.namespace(),
                    after.namespace(),
                    stays(before, after).orElse(null)));
        }
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
