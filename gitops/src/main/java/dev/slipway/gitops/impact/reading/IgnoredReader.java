package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;

/** Fields that Argo CD leaves as they are live, whatever Git says. */
final class IgnoredReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        if (!pair.isChanged() || pair.isMoved()) {
            return;
        }
        IgnoredFields ignored = IgnoredFields.of(pair.any());
        List<Difference> left = findings.open().stream()
                .filter(each -> ignored.cover(each.path()))
                .toList();
        left.forEach(each -> findings.add(
                each,
                new ObjectMeaning.LeftAsItIs(
                        each.path().toString(),
                        ContainerReader.text(each.before()),
                        ContainerReader.text(each.after()))));
    }
}
