package dev.slipway.gitops.parity.fleet;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the parts of a service in one environment from the places that run the same parts: regions, tenants. */
final class Overlays {

    private Overlays() {}

    /** The members of each place, with those that only one place has; one list where no workload runs at two places. */
    static List<List<Member>> of(List<Member> members) {
        Map<String, List<Member>> places = new LinkedHashMap<>();
        members.forEach(each -> places.computeIfAbsent(each.cluster() + "/" + each.namespace(), _ -> new ArrayList<>())
                .add(each));
        Map<String, Long> times = places.values().stream()
                .flatMap(each -> workloads(each).stream())
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        List<List<Member>> overlays = new ArrayList<>();
        List<Member> common = new ArrayList<>();
        for (List<Member> place : places.values()) {
            if (workloads(place).stream().anyMatch(each -> times.getOrDefault(each, 0L) > 1)) {
                overlays.add(place);
            } else {
                common.addAll(place);
            }
        }
        overlays.forEach(each -> each.addAll(common));
        return overlays.isEmpty() ? List.of(members) : overlays;
    }

    private static Set<String> workloads(List<Member> members) {
        return members.stream()
                .flatMap(each -> each.objects().stream())
                .filter(each -> Workload.of(each).isPresent())
                .map(Facts::object)
                .collect(Collectors.toSet());
    }
}
