package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.meaning.SyncMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;

/** Fields that Argo CD leaves as they are live, whatever Git says. */
public final class IgnoredReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest before = pair.before();
        Manifest after = pair.after();
        if (before == null || after == null || pair.isMoved()) {
            return;
        }
        IgnoredFields ignored = IgnoredFields.of(after);
        findings.open(path -> ignored.cover(
                        path, before.object().content(), after.object().content()))
                .forEach(each -> findings.add(
                        each, new SyncMeaning.LeftAsItIs(each.path().toString(), each.textBefore(), each.textAfter())));
        if (!ignored.unknown().isEmpty() && !findings.open().isEmpty()) {
            findings.add(new SyncMeaning.PerhapsLeftAsItIs(ignored.unknown()));
        }
    }
}
