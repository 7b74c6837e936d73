package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.function.Predicate;

/** Ports of Services that lead to none of their pods' ports any more. */
final class TargetPortReader implements ChangeReader {

    private final World before;
    private final World after;

    TargetPortReader(World before, World after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (is.is("", "Service")) {
            service(was, is, findings);
        } else if (PodTemplates.of(is.object()).isPresent()) {
            workload(was, is, findings);
        }
    }

    /** Its own ports change; what its pods change is told of them. */
    private void service(Manifest was, Manifest is, Findings findings) {
        List<Resource> old = before.of(was).ledToBy(was.object());
        List<TargetPort> ports = TargetPort.of(was.object());
        lost(
                is,
                is.object(),
                findings,
                now -> !ports.contains(now)
                        && ports.stream().anyMatch(each -> each.port().equals(now.port()) && isDeclared(each, old)));
    }

    private void workload(Manifest was, Manifest is, Findings findings) {
        for (Resource service : after.of(is).leadingTo(is.object())) {
            if (SelectorReader.selects(SelectorReader.selector(service), was.object())) {
                List<TargetPort> ports =
                        before.same(was, service).map(TargetPort::of).orElse(List.of());
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
        List<Resource> pods = after.of(beside).ledToBy(service);
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
