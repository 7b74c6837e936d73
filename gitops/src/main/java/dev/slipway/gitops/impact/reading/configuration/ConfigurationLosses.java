package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import dev.slipway.gitops.impact.reading.kinds.Hosts;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who still needs a ConfigMap or Secret that is gone. */
public final class ConfigurationLosses implements Losses {

    private static final Set<String> MAKERS = Set.of("Certificate", "ExternalSecret", "SealedSecret");

    private final World after;

    public ConfigurationLosses(Worlds worlds) {
        this.after = worlds.after();
    }

    @Override
    public Optional<Removed> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "ConfigMap" -> pods(gone);
            case "Secret" -> secret(gone);
            default -> Optional.empty();
        };
    }

    private Optional<Removed> pods(Manifest gone) {
        return Losses.needed(gone, readers(gone).stream(), "still needs it: new pods do not start");
    }

    private List<Resource> readers(Manifest gone) {
        Resource object = gone.object();
        return after.mentioning(gone).stream()
                .filter(each -> PodReferences.of(each, object.kind(), object.name()).stream()
                        .anyMatch(read -> !read.optional()))
                .toList();
    }

    private Optional<Removed> secret(Manifest gone) {
        if (isMade(gone)) {
            return Losses.none(gone);
        }
        List<Resource> ingresses = ingresses(gone);
        return !readers(gone).isEmpty() || ingresses.isEmpty()
                ? pods(gone)
                : Losses.needed(
                        gone,
                        ingresses.stream(),
                        "still names it: no certificate for HTTPS"
                                + hosts(gone.object().name(), ingresses));
    }

    /** Whether an operator makes it from another object: it was in Git, and is now only asked for there. */
    private boolean isMade(Manifest gone) {
        return after.mentioning(gone).stream().anyMatch(each -> MAKERS.contains(each.kind()));
    }

    /** cert-manager makes the Secrets of those that carry its annotation. */
    private List<Resource> ingresses(Manifest gone) {
        return after.mentioning(gone).stream()
                .filter(each -> each.kind().equals("Ingress"))
                .filter(each ->
                        each.annotations().keySet().stream().noneMatch(key -> key.startsWith("cert-manager.io/")))
                .toList();
    }

    private static String hosts(String secret, List<Resource> ingresses) {
        Set<String> hosts = ingresses.stream()
                .flatMap(each -> Hosts.secured(each, secret).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return hosts.isEmpty() ? "" : " of " + String.join(", ", hosts);
    }
}
