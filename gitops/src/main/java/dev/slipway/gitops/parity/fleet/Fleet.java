package dev.slipway.gitops.parity.fleet;

import dev.slipway.gitops.parity.Side;
import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.terms.Ingresses;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All services of a repository by environment, with what others declare for each: its namespace and the routes to it. */
public final class Fleet {

    private static final Set<String> OF_NAMESPACE = Set.of(
            "ResourceQuota",
            "LimitRange",
            "NetworkPolicy",
            "AuthorizationPolicy",
            "PeerAuthentication",
            "CiliumNetworkPolicy");
    private static final Set<String> ROUTES = Set.of("VirtualService", "Ingress", "HTTPRoute", "GRPCRoute", "TLSRoute");
    private static final String LABEL = "slipway.dev/";

    private final Landscape landscape;
    private final Function<Member, Declaration> dependencies;
    private final Map<String, Map<String, List<Member>>> services = new TreeMap<>();
    private final Map<String, List<Resource>> namespaces = new HashMap<>();
    private final Map<String, List<Resource>> routes = new HashMap<>();

    /** @param dependencies what the repository of an Application declares at the commit that it renders */
    public Fleet(List<Member> members, Landscape landscape, Function<Member, Declaration> dependencies) {
        this.landscape = landscape;
        this.dependencies = dependencies;
        members.forEach(this::take);
    }

    private void take(Member member) {
        if (member.service() != null && member.environment() != null) {
            services.computeIfAbsent(member.service(), _ -> new TreeMap<>())
                    .computeIfAbsent(member.environment(), _ -> new ArrayList<>())
                    .add(member);
            return;
        }
        for (Resource object : member.objects()) {
            if (object.kind().equals("Namespace")) {
                namespaces
                        .computeIfAbsent(member.cluster() + "/" + object.name(), _ -> new ArrayList<>())
                        .add(object);
            } else if (object.namespace() != null && OF_NAMESPACE.contains(object.kind())) {
                namespaces
                        .computeIfAbsent(member.cluster() + "/" + object.namespace(), _ -> new ArrayList<>())
                        .add(object);
            } else if (ROUTES.contains(object.kind())) {
                routeKey(object)
                        .ifPresent(key -> routes.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(object));
            }
        }
    }

    /** Whom a route leads to, as its labels say. */
    private static Optional<String> routeKey(Resource route) {
        String service = route.labels().get(LABEL + "service");
        String environment = route.labels().get(LABEL + "environment");
        return service == null || environment == null ? Optional.empty() : Optional.of(service + "/" + environment);
    }

    public Set<String> services() {
        return services.keySet();
    }

    /** The environments that a service has an Application in. */
    public Set<String> environments(String service) {
        return services.getOrDefault(service, Map.of()).keySet();
    }

    public Optional<String> team(String service) {
        return services.getOrDefault(service, Map.of()).values().stream()
                .flatMap(List::stream)
                .flatMap(each -> Optional.ofNullable(each.team()).stream())
                .findFirst();
    }

    /** The commits that a service runs at in an environment. */
    public Set<String> commits(String service, String environment) {
        Set<String> commits = new TreeSet<>();
        of(service, environment).stream()
                .map(Member::commit)
                .filter(each -> !each.isEmpty())
                .forEach(commits::add);
        return commits;
    }

    private List<Member> of(String service, String environment) {
        return services.getOrDefault(service, Map.of()).getOrDefault(environment, List.of());
    }

    public Side side(String service, String environment) {
        List<Member> members = of(service, environment);
        if (members.isEmpty()) {
            return new Side.Unknown(environment, "\"" + service + "\" has no Application there.");
        }
        return members.stream()
                .flatMap(each -> Stream.ofNullable(each.trouble()))
                .findFirst()
                .<Side>map(trouble -> new Side.Unknown(environment, trouble))
                .orElseGet(() -> overlays(service, environment, members));
    }

    private Side overlays(String service, String environment, List<Member> members) {
        List<Side.Overlay> overlays = Overlays.of(members).stream()
                .map(each -> new Side.Overlay(each.getFirst().application(), known(service, environment, each)))
                .toList();
        return overlays.size() == 1 ? overlays.getFirst().side() : new Side.Several(environment, overlays);
    }

    private Side.Known known(String service, String environment, List<Member> members) {
        Member first = members.getFirst();
        List<Resource> own =
                members.stream().flatMap(each -> each.objects().stream()).toList();
        List<Resource> around =
                new ArrayList<>(namespaces.getOrDefault(first.cluster() + "/" + first.namespace(), List.of()));
        around.addAll(routes.getOrDefault(service + "/" + environment, List.of()));
        Manifests manifests = new Manifests(own, around);
        return new Side.Known(
                environment, first.namespace(), names(manifests, first.cluster()), manifests, declaration(members));
    }

    private Declaration declaration(List<Member> members) {
        List<Declaration> declarations = members.stream().map(dependencies).toList();
        return declarations.stream()
                .filter(Declaration.Read.class::isInstance)
                .findFirst()
                .orElse(declarations.getFirst());
    }

    private Set<String> names(Manifests manifests, String cluster) {
        Set<String> names = new TreeSet<>();
        manifests.all(ROUTES).forEach(each -> names.addAll(Ingresses.hosts(each)));
        landscape.clusters().stream()
                .filter(each -> each.name().equals(cluster))
                .flatMap(each -> Stream.of(each.network(), each.gateway()))
                .filter(each -> !each.isBlank())
                .forEach(names::add);
        return names;
    }
}
