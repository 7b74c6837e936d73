package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.Destination;
import dev.slipway.gitops.routes.rule.HttpRoute;
import dev.slipway.gitops.routes.rule.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes every way that weights allow, one after the other. */
final class Exploration {

    private final RouteTable table;
    private final String cluster;
    private final Request request;
    private final List<Alternative> found = new ArrayList<>();

    Exploration(RouteTable table, String cluster, Request request) {
        this.table = table;
        this.cluster = cluster;
        this.request = request;
    }

    /** Which of the destinations with weight was taken where; the rest of the way takes the first. */
    private final class Script {
        private final List<Integer> choices;
        private final List<Integer> taken = new ArrayList<>();
        private final List<Integer> widths = new ArrayList<>();
        private double share = 1;

        Script(List<Integer> choices) {
            this.choices = choices;
        }

        @Nullable
        Destination choose(HttpRoute route) {
            if (route.destinations().size() == 1) {
                return route.destinations().getFirst();
            }
            List<Destination> open = route.destinations().stream()
                    .filter(each -> each.weight() > 0)
                    .toList();
            if (open.isEmpty()) {
                return null;
            }
            int at = taken.size();
            int choice = at < choices.size() ? choices.get(at) : 0;
            taken.add(choice);
            widths.add(open.size());
            Destination destination = open.get(choice);
            share *= destination.weight()
                    / (double) open.stream().mapToInt(Destination::weight).sum();
            return destination;
        }

        /** Null after the last. */
        @Nullable
        Script next() {
            for (int i = taken.size() - 1; i >= 0; i--) {
                if (taken.get(i) + 1 < widths.get(i)) {
                    List<Integer> following = new ArrayList<>(taken.subList(0, i));
                    following.add(taken.get(i) + 1);
                    return new Script(following);
                }
            }
            return null;
        }
    }

    List<Alternative> all() {
        for (Script script = new Script(List.of()); script != null; script = script.next()) {
            Walk walk = new Walk(table, request, script::choose);
            Route route = walk.enter(cluster, request);
            found.add(new Diagnosis(table, walk.current()).of((int) Math.round(script.share * 100), route));
        }
        return found;
    }
}
