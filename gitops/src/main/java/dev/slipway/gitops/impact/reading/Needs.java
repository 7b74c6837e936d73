package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who still needs an object that is gone. */
final class Needs {

    private static final Set<String> MAKERS = Set.of("Certificate", "ExternalSecret", "SealedSecret");

    private final World after;

    Needs(World after) {
        this.after = after;
    }

    /** What they lose; empty where nobody needs it. */
    Optional<String> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "ServiceAccount" -> pods(gone, _ -> true);
            case "ConfigMap" -> pods(gone, workload -> isRead(gone, workload));
            case "Secret" ->
                isMade(gone)
                        ? Optional.empty()
                        : pods(gone, workload -> isRead(gone, workload)).or(() -> hosts(gone));
            case "PriorityClass" -> classified(gone);
            default -> Optional.empty();
        };
    }

    /** Whether an operator makes it from another object: it was in Git, and is now only asked for there. */
    private boolean isMade(Manifest gone) {
        return after.mentioning(gone).stream().anyMatch(each -> MAKERS.contains(each.kind()));
    }

    private Optional<String> pods(Manifest gone, Predicate<Resource> needs) {
        return named(after.mentioning(gone).stream()
                        .filter(each -> PodTemplates.of(each).isPresent())
                        .filter(needs))
                .map(names -> names + " still needs it: new pods do not start");
    }

    private static boolean isRead(Manifest gone, Resource workload) {
        Resource object = gone.object();
        return PodReferences.of(workload, object.kind(), object.name()).stream().anyMatch(each -> !each.optional());
    }

    /** cert-manager makes the Secrets of Ingresses that carry its annotation. */
    private Optional<String> hosts(Manifest gone) {
        List<Resource> ingresses = after.mentioning(gone).stream()
                .filter(each -> each.kind().equals("Ingress"))
                .filter(each ->
                        each.annotations().keySet().stream().noneMatch(key -> key.startsWith("cert-manager.io/")))
                .toList();
        return named(ingresses.stream())
                .map(names -> names + " still names it: no certificate for HTTPS"
                        + hosts(gone.object().name(), ingresses));
    }

    private static String hosts(String secret, List<Resource> ingresses) {
        Set<String> hosts = ingresses.stream()
                .flatMap(each -> Hosts.secured(each, secret).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return hosts.isEmpty() ? "" : " of " + String.join(", ", hosts);
    }

    /** A class belongs to the cluster; pods that name one that is not there are refused: Kubernetes' documentation on priority. */
    private Optional<String> classified(Manifest gone) {
        Mention mention = new Mention("PriorityClass", gone.object().name());
        return named(after.cluster(gone)
                        .filter(each -> PodTemplates.of(each).isPresent())
                        .filter(each -> Mention.of(each).contains(mention)))
                .map(names -> names + " still names it: new pods are refused");
    }

    private static Optional<String> named(Stream<Resource> objects) {
        Collection<String> names = objects.map(each -> each.kind() + " \"" + each.name() + "\"")
                .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
