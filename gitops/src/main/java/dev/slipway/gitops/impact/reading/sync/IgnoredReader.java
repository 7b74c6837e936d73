package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;

/** Fields that Argo CD leaves as they are live, whatever Git says. */
public final class IgnoredReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        if (!pair.isChanged() || pair.isMoved()) {
            return;
        }
        IgnoredFields ignored = IgnoredFields.of(pair.any());
        findings.open(ignored::cover)
                .forEach(each -> findings.add(
                        each,
                        new ObjectMeaning.LeftAsItIs(each.path().toString(), each.textBefore(), each.textAfter())));
    }
}
