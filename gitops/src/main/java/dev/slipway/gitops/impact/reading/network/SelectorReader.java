package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.kinds.ServiceSelector;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.Neighbours;
import dev.slipway.gitops.impact.reading.world.Worlds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services that lead to other pods, or to none any more. */
public final class SelectorReader implements Reader {

    private final Worlds worlds;

    public SelectorReader(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest was = pair.before();
        Manifest is = pair.after();
        if (was == null) {
            return;
        }
        if (PodTemplates.of(was.object()).isPresent()) {
            workload(was, is, findings);
        } else if (is != null && is.is("", "Service")) {
            service(was, is, findings);
        }
    }

    private void service(Manifest was, Manifest is, Findings findings) {
        ServiceSelector old = ServiceSelector.of(was.object());
        ServiceSelector now = ServiceSelector.of(is.object());
        if (old.equals(now)) {
            return;
        }
        findings.claim(path -> path.startsWith("spec", "selector"));
        findings.add(new NetworkMeaning.Selector(old.words(), now.words()));
        List<String> led = worlds.before().of(was).ledToBy(was.object()).stream()
                .map(each -> Mention.to(each).words())
                .toList();
        boolean leads = now.labels().isEmpty()
                || !worlds.after().of(is).ledToBy(is.object()).isEmpty();
        if (!led.isEmpty() && !leads) {
            findings.add(new NetworkMeaning.SelectsNothing(is.object().name(), led));
        }
    }

    /** Services that led to its pods, and have no others. */
    private void workload(Manifest was, @Nullable Manifest is, Findings findings) {
        if (is != null && PodTemplates.labels(was.object()).equals(PodTemplates.labels(is.object()))) {
            return;
        }
        Neighbours neighbours = worlds.after().of(is == null ? was : is);
        neighbours.leadingTo(was.object()).stream()
                .filter(service -> neighbours.ledToBy(service).isEmpty())
                .forEach(service ->
                        findings.add(new NetworkMeaning.SelectsNothing(service.name(), List.of(was.words()))));
    }
}
