package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.Backend;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.List;

/** Ingresses and routes that lead to a port which their Service does not have, or has no more. */
public final class BackendReader implements ChangeReader {

    private final World after;

    public BackendReader(Worlds worlds) {
        this.after = worlds.after();
    }

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (is.is("", "Service")) {
            service(was, is, findings);
        } else {
            route(was, is, findings);
        }
    }

    private void service(Manifest was, Manifest is, Findings findings) {
        after.mentioning(is)
                .forEach(route -> Backend.of(route).stream()
                        .filter(each -> each.service().equals(is.object().name()))
                        .filter(each -> each.isPortOf(was.object()) && !each.isPortOf(is.object()))
                        .forEach(each -> findings.add(nowhere(route, each))));
    }

    /** A Service that stands in no repository may have any port; one whose own ports change tells it itself. */
    private void route(Manifest was, Manifest is, Findings findings) {
        List<Backend> known = Backend.of(was.object());
        Backend.of(is.object()).stream()
                .filter(each -> !known.contains(each))
                .filter(each -> after.of(is)
                        .named("Service", each.service())
                        .filter(service -> !each.isPortOf(service))
                        .isPresent())
                .forEach(each -> findings.add(nowhere(is.object(), each)));
    }

    private static NetworkMeaning.LeadsNowhere nowhere(Resource route, Backend backend) {
        return new NetworkMeaning.LeadsNowhere(
                Mention.to(route).words(), backend.service(), (backend.named() ? "named " : "") + backend.port());
    }
}
