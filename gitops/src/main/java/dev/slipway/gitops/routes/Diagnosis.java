package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.Alternative.Note;
import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.gitops.routes.Route.Hop;
import dev.slipway.gitops.routes.rule.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out why a request ends where it does: more than it takes to answer it. */
final class Diagnosis {

    private static final int MOST_NOTES = 12;

    /** The label of a VirtualService that sends on the hosts of all previews. */
    private static final String PREVIEWS = "slipway.dev/previews";

    private final RouteTable table;
    private final Request request;
    private final List<Note> notes = new ArrayList<>();

    /** @param request as the last hop sees it */
    Diagnosis(RouteTable table, Request request) {
        this.table = table;
        this.request = request;
    }

    Alternative of(int percent, Route route) {
        Route explained = route instanceof Route.Ends ends ? because(ends) : route;
        explained.hops().stream()
                .filter(hop -> hop.kind().equals("VirtualService"))
                .forEach(this::problems);
        return new Alternative(
                percent, explained, notes.stream().limit(MOST_NOTES).toList());
    }

    private void problems(Hop hop) {
        table.problems().stream()
                .filter(problem -> problem.at().object().equals(hop.object())
                        && problem.at().cluster().equals(hop.cluster()))
                .filter(problem -> problem.at().pointer().startsWith(hop.pointer()))
                .forEach(problem -> notes.add(new Note(problem.at(), problem.what())));
    }

    private Route.Ends because(Route.Ends ends) {
        CompiledCluster cluster = table.cluster(ends.at().cluster());
        if (cluster == null) {
            return ends;
        }
        return switch (ends.cause()) {
            case HOST_NOT_SERVED -> {
                cluster.servers
                        .all()
                        .forEach(each ->
                                notes.add(new Note(cluster.gateway.at(each.pointer()), "it serves " + each.host())));
                yield ends;
            }
            case NO_VIRTUAL_SERVICE -> noVirtualService(ends, cluster);
            case NOT_BEHIND_PATTERN -> noVirtualService(noPreview(ends), cluster);
            case NO_MATCH -> noMatch(ends, cluster);
            default -> ends;
        };
    }

    /** Where the pattern is that of previews, what is missing has a name. */
    private Route.Ends noPreview(Route.Ends ends) {
        return ends.hops().stream()
                .filter(this::leadsToPreviews)
                .findFirst()
                .map(hop -> new Route.Ends(
                        ends.cause(),
                        "no preview lies at " + request.host() + ": " + hop.object()
                                + " sends on whatever could be a preview's, and " + ends.because(),
                        ends.at(),
                        ends.hops()))
                .orElse(ends);
    }

    private boolean leadsToPreviews(Hop hop) {
        CompiledCluster cluster = table.cluster(hop.cluster());
        return hop.kind().equals("VirtualService")
                && cluster != null
                && cluster.virtualServices.labels(hop).containsKey(PREVIEWS);
    }

    private Route.Ends noVirtualService(Route.Ends ends, CompiledCluster cluster) {
        for (VirtualServices.Aside aside : cluster.virtualServices.aside) {
            if (aside.hosts().stream().anyMatch(this::isMeant)) {
                String words = aside.hop().object() + " has the host " + request.host() + ", but " + aside.because();
                return new Route.Ends(aside.cause(), words, aside.hop(), ends.hops());
            }
        }
        String near = nearest(cluster);
        return near == null
                ? ends
                : new Route.Ends(ends.cause(), ends.because() + "; did you mean " + near + "?", ends.at(), ends.hops());
    }

    private boolean isMeant(String host) {
        return host.equals(request.host())
                || (host.startsWith("*") && request.host().endsWith(host.substring(1)));
    }

    private @Nullable String nearest(CompiledCluster cluster) {
        String host = request.host();
        String first = host.substring(0, Math.max(host.indexOf('.'), 0));
        return cluster.virtualServices.rules.exactHosts().stream()
                .filter(each -> !first.isEmpty()
                        && (each.startsWith(first.substring(0, Math.max(1, first.length() - 1)))
                                || each.contains(first)))
                .findFirst()
                .orElse(null);
    }

    private Route.Ends noMatch(Route.Ends ends, CompiledCluster cluster) {
        List<Rule> rules = cluster.virtualServices.rules.find(request.host());
        for (Rule rule : rules == null ? List.<Rule>of() : rules) {
            Hop hop = rule.hops().getLast();
            rule.route()
                    .failures(request)
                    .forEach(failure -> notes.add(new Note(hop.at(failure.pointer()), failure.words())));
        }
        for (Rule hidden : cluster.virtualServices.rules.hidden(request.host())) {
            if (hidden.route().matching(request) != null) {
                Hop by = ends.at();
                String words = String.format(
                        Locale.ROOT,
                        "%s would match, but is hidden: %s has the more specific host %s",
                        hidden.hops().getFirst().object(),
                        by.object(),
                        request.host());
                return new Route.Ends(Cause.SHADOWED, words, by.at("/spec/hosts"), ends.hops());
            }
        }
        return ends;
    }
}
