package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChoiceReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.ServiceSelector;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.function.Predicate;

/** Ports of Services that lead to none of their pods' ports any more. */
public final class TargetPortReader implements ChoiceReader {

    private final Worlds worlds;

    public TargetPortReader(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Its own ports change; what its pods change is told of them. */
    @Override
    public void chooser(Manifest was, Manifest is, Findings findings) {
        if (!is.is("", "Service")) {
            return;
        }
        List<Resource> old = worlds.before().of(was).ledToBy(was.object());
        List<TargetPort> ports = TargetPort.of(was.object());
        lost(
                is,
                is.object(),
                findings,
                now -> !ports.contains(now)
                        && ports.stream().anyMatch(each -> each.port().equals(now.port()) && isDeclared(each, old)));
    }

    @Override
    public void workload(Manifest was, Manifest is, Findings findings) {
        for (Resource service : worlds.after().of(is).leadingTo(is.object())) {
            if (ServiceSelector.of(service).selects(was.object())) {
                List<TargetPort> ports =
                        worlds.before().same(was, service).map(TargetPort::of).orElse(List.of());
                lost(
                        is,
                        service,
                        findings,
                        now -> ports.contains(now) && now.isDeclaredBy(was.object()) && !now.isDeclaredBy(is.object()));
            }
        }
    }

    /** Ports that led to one before, and that no pod of the Service declares now; of no pods at all something else tells. */
    private void lost(Manifest beside, Resource service, Findings findings, Predicate<TargetPort> led) {
        List<Resource> pods = worlds.after().of(beside).ledToBy(service);
        if (pods.isEmpty()) {
            return;
        }
        TargetPort.of(service).stream()
                .filter(led)
                .filter(port -> !isDeclared(port, pods))
                .forEach(port -> findings.add(
                        new NetworkMeaning.LeadsToNoPort(service.name(), port.port(), port.target(), port.isNamed())));
    }

    private static boolean isDeclared(TargetPort port, List<Resource> pods) {
        return pods.stream().anyMatch(port::isDeclaredBy);
    }
}
