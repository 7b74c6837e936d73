package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.placement.Landscape.Cluster;
import dev.slipway.gitops.places.Places;
import dev.slipway.gitops.routes.Alternative;
import dev.slipway.gitops.routes.Route;
import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.gitops.routes.Route.Hop;
import dev.slipway.gitops.routes.RouteCluster;
import dev.slipway.gitops.routes.RouteProblem;
import dev.slipway.gitops.routes.RouteTable;
import dev.slipway.gitops.routes.explain.Explanation.Branch;
import dev.slipway.gitops.routes.explain.Explanation.Step;
import dev.slipway.gitops.routes.explain.Explanation.Verdict;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The routes of a platform, with the files that they stand in. */
public final class PlatformRoutes {

    private final Declared declared;
    private final String hub;
    private final Map<String, List<Resource>> objects = new TreeMap<>();
    private final Map<String, DeclaredPods> pods = new ConcurrentHashMap<>();
    private final RouteTable table;
    private final Places places;

    /** @param repository the platform repository's URL, as its Applications write it */
    public PlatformRoutes(Declared declared, Sources sources, String repository, List<Cluster> clusters) {
        this.declared = declared;
        this.hub = clusters.stream()
                .filter(Cluster::hub)
                .map(Cluster::name)
                .findFirst()
                .orElse("");
        clusters.forEach(each -> objects.put(each.name(), new ArrayList<>()));
        for (RenderedApplication each : declared.applications()) {
            List<Resource> there = objects.get(cluster(each.application().cluster()));
            if (there != null) {
                there.addAll(each.objects());
            }
        }
        this.table = RouteTable.of(clusters.stream()
                .map(each -> new RouteCluster(
                        each.name(), each.network(), each.gateway(), objects.getOrDefault(each.name(), List.of())))
                .toList());
        this.places = new Places(sources, repository);
    }

    /** File, line and column of what the hop points to; empty when it is not found. */
    private String place(Hop hop) {
        for (RenderedApplication each : declared.applications()) {
            if (cluster(each.application().cluster()).equals(hop.cluster())) {
                for (Resource object : each.objects()) {
                    if (object.kind().equals(hop.kind())
                            && object.name().equals(hop.name())
                            && hop.namespace()
                                    .equals(Objects.requireNonNullElse(
                                            object.namespace(),
                                            each.application().namespace()))) {
                        return places.of(each, object, hop.pointer()).orElse("");
                    }
                }
            }
        }
        return "";
    }

    private String cluster(String destination) {
        return destination.equals("in-cluster") ? hub : destination;
    }

    /** What in the routes is wrong or not executed, with file, line and column. */
    public Map<RouteProblem, String> problems() {
        Map<RouteProblem, String> problems = new LinkedHashMap<>();
        table.problems().forEach(each -> problems.put(each, place(each.at())));
        return problems;
    }

    /** What is wrong here and was not before. */
    public List<RouteFinding> findings(PlatformRoutes before) {
        Set<String> known =
                before.suspicions().stream().map(RouteSuspicion::key).collect(Collectors.toSet());
        return suspicions().stream()
                .filter(each -> known.add(each.key()))
                .map(each -> new RouteFinding(
                        Objects.requireNonNullElse(
                                blank(place(each.at())), each.at().object()),
                        each.what(),
                        each.expected(),
                        each.next(),
                        each.certain()))
                .toList();
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    private List<RouteSuspicion> suspicions() {
        List<RouteSuspicion> suspicions = new ArrayList<>();
        table.problems().forEach(each -> suspicions.add(RouteSuspicion.of(each)));
        table.everyRule().stream()
                .map(Alternative::route)
                .flatMap(route -> end(route).stream())
                .flatMap(end -> RouteSuspicion.of(end, isComplete(end)).stream())
                .forEach(suspicions::add);
        table.unreached(hub).stream()
                .map(Alternative::route)
                .flatMap(route -> end(route).stream())
                .map(RouteSuspicion::doubt)
                .forEach(suspicions::add);
        return suspicions;
    }

    private Optional<Route.Ends> end(Route route) {
        return switch (route) {
            case Route.Ends ends -> Optional.of(unseen(ends).orElse(ends));
            case Route.Reaches reaches -> {
                LastMile.Arrival arrival = arrival(reaches, LiveReplicas.unknown());
                yield Optional.ofNullable(arrival.cause())
                        .map(cause -> new Route.Ends(cause, arrival.words(), arrival.at(), reaches.hops()));
            }
        };
    }

    /** Whether everything of the namespace that a Service is missing from is known, so that it cannot come from elsewhere. */
    private boolean isComplete(Route.Ends ends) {
        List<RenderedApplication> there = declared.applications().stream()
                .filter(each -> cluster(each.application().cluster())
                                .equals(ends.at().cluster())
                        && ends.because().contains("." + each.application().namespace() + "."))
                .toList();
        return !there.isEmpty()
                && there.stream().noneMatch(each -> each.objects().isEmpty());
    }

    private LastMile.Arrival arrival(Route.Reaches reaches, LiveReplicas live) {
        DeclaredPods there = pods.computeIfAbsent(
                reaches.cluster(), cluster -> new DeclaredPods(objects.getOrDefault(cluster, List.of())));
        return new LastMile(reaches, there).arrival(live);
    }

    /** Where this request leads, from the hub's Gateway on. */
    public Explanation explain(Inquiry inquiry, LiveReplicas live) {
        List<Branch> branches = table.explore(hub, inquiry.request()).stream()
                .map(each -> branch(each, live))
                .toList();
        return new Explanation(inquiry.url(), inquiry.method(), branches);
    }

    private Branch branch(Alternative alternative, LiveReplicas live) {
        return switch (alternative.route()) {
            case Route.Ends ends -> {
                Route.Ends seen = unseen(ends).orElse(ends);
                yield new Branch(
                        alternative.percent(),
                        steps(seen.hops()),
                        verdict(seen.cause(), seen.because(), seen.at(), alternative));
            }
            case Route.Reaches reaches -> {
                LastMile.Arrival arrival = arrival(reaches, live);
                List<Hop> hops = new ArrayList<>(reaches.hops());
                hops.addAll(arrival.workloads());
                yield new Branch(
                        alternative.percent(),
                        steps(hops),
                        arrival.cause() == null
                                ? new Verdict(true, null, arrival.words(), place(arrival.at()), "", notes(alternative))
                                : verdict(arrival.cause(), arrival.words(), arrival.at(), alternative));
            }
        };
    }

    private List<Step> steps(List<Hop> hops) {
        return hops.stream()
                .map(hop -> new Step(hop.cluster(), hop.object(), place(hop)))
                .toList();
    }

    private Verdict verdict(Cause cause, String words, Hop at, Alternative alternative) {
        return new Verdict(false, cause, words, place(at), NextSteps.of(cause), notes(alternative));
    }

    private List<String> notes(Alternative alternative) {
        return alternative.notes().stream()
                .map(note -> {
                    String where = place(note.at());
                    return (where.isEmpty() ? note.at().object() : where) + ": " + note.words();
                })
                .toList();
    }

    /** A Service may be missing because its Application's source is not at hand: then nobody can say. */
    private Optional<Route.Ends> unseen(Route.Ends ends) {
        if (ends.cause() != Cause.NO_SERVICE) {
            return Optional.empty();
        }
        return declared.applications().stream()
                .filter(each -> declared.commit(each).isEmpty()
                        && cluster(each.application().cluster())
                                .equals(ends.at().cluster())
                        && ends.because().contains("." + each.application().namespace() + "."))
                .map(RenderedApplication::application)
                .findFirst()
                .map(application -> new Route.Ends(Cause.NOT_SEEN, words(application), ends.at(), ends.hops()));
    }

    private static String words(Application application) {
        return "it goes on in Application \"" + application.name() + "\" (" + application.file() + "), whose source "
                + application.source().repositoryUrl() + " at "
                + application.source().revision() + " is not at hand";
    }
}
