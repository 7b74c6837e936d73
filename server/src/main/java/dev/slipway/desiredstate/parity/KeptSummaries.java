package dev.slipway.desiredstate.parity;

import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.Side;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.gitops.parity.report.SummaryBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares only what is not as it was: most commits touch one service. Not safe for use by several threads. */
final class KeptSummaries {

    private Map<Key, Kept> kept = new HashMap<>();

    private record Key(String service, Pair pair) {}

    private record Kept(Side from, Side to, Parity parity, SummaryBody summary) {}

    /** Of all services, in order of name; what belongs to none of them any more is forgotten. */
    Map<String, List<SummaryBody>> of(FleetComparison fleet) {
        Map<Key, Kept> now = new HashMap<>();
        Map<String, List<SummaryBody>> summaries = new java.util.TreeMap<>();
        for (String service : fleet.fleet().services()) {
            List<SummaryBody> list = new ArrayList<>();
            for (Pair pair : fleet.pairs()) {
                if (fleet.fleet().environments(service).containsAll(List.of(pair.from(), pair.to()))) {
                    Kept found = summary(fleet, service, pair);
                    now.put(new Key(service, pair), found);
                    list.add(found.summary());
                }
            }
            summaries.put(service, list);
        }
        kept = now;
        return summaries;
    }

    private Kept summary(FleetComparison fleet, String service, Pair pair) {
        Side from = fleet.fleet().side(service, pair.from());
        Side to = fleet.fleet().side(service, pair.to());
        Kept before = kept.get(new Key(service, pair));
        if (before != null
                && before.parity().equals(fleet.parity())
                && before.from().equals(from)
                && before.to().equals(to)) {
            return before;
        }
        String team = fleet.fleet().team(service).orElse("");
        return new Kept(from, to, fleet.parity(), SummaryBody.of(fleet.parity().compare(service, from, to), team));
    }
}
