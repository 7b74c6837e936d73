package dev.slipway.gitops.impact.reading.lifecycle;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import java.util.List;

/** Objects that their Application takes along to another namespace or cluster, where they are made anew. */
public final class MoveReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest before = pair.before();
        Manifest after = pair.after();
        if (before == null || after == null || !pair.isMoved()) {
            return;
        }
        List<Difference> namespace = findings.open(path -> path.keys().equals(List.of("metadata", "namespace")));
        if (!namespace.isEmpty() && !pair.holdsData()) {
            findings.add(new ObjectMeaning.MadeAnew(before.namespace(), after.namespace()));
        }
        namespace.forEach(findings::claim);
    }
}
