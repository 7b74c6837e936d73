package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.Destination;
import dev.slipway.gitops.routes.rule.HttpRoute;
import dev.slipway.gitops.routes.rule.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes every rule to each of its destinations. In the clusters after it a request for {@code /} stands for all. */
final class EveryRule {

    private final RouteTable table;
    private final Collection<CompiledCluster> clusters;
    private final List<Alternative> found = new ArrayList<>();

    EveryRule(RouteTable table, Collection<CompiledCluster> clusters) {
        this.table = table;
        this.clusters = clusters;
    }

    List<Alternative> all() {
        for (CompiledCluster cluster : clusters) {
            cluster.virtualServices.rules.forEach((host, rules) -> rules.forEach(rule -> take(cluster, host, rule)));
            cluster.virtualServices.aside.stream()
                    .filter(aside -> aside.cause() == Route.Cause.NOT_ADMITTED)
                    .forEach(aside -> found.add(new Alternative(0, ends(aside), List.of())));
        }
        return found;
    }

    private static Route.Ends ends(VirtualServices.Aside aside) {
        String words = aside.hop().object() + ": of its hosts " + String.join(", ", aside.hosts())
                + " not all are among those of the Gateway";
        return new Route.Ends(aside.cause(), words, aside.hop(), List.of(aside.hop()));
    }

    private void take(CompiledCluster cluster, String host, Rule rule) {
        List<Destination> open = rule.route().destinations().stream()
                .filter(each -> rule.route().destinations().size() == 1 || each.weight() > 0)
                .toList();
        if (open.isEmpty()) {
            take(cluster, host, rule, null);
        }
        open.forEach(each -> take(cluster, host, rule, each));
    }

    private void take(CompiledCluster cluster, String host, Rule rule, @Nullable Destination first) {
        Request request = Request.of(host, "/", "GET", Map::of);
        Walk walk = new Walk(table, request, new FirstThen(first));
        Route route = walk.take(cluster.name, rule, request);
        found.add(new Diagnosis(table, walk.current()).of(0, route));
    }

    /** The first choice is given; after it any destination will do. */
    private static final class FirstThen implements Function<HttpRoute, @Nullable Destination> {
        private final @Nullable Destination first;
        private boolean taken;

        FirstThen(@Nullable Destination first) {
            this.first = first;
        }

        @Override
        public @Nullable Destination apply(HttpRoute route) {
            if (taken) {
                return route.choose(total -> 0);
            }
            taken = true;
            return first;
        }
    }
}
