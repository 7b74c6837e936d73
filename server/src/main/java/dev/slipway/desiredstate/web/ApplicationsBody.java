package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.Recent.Known;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some of the Applications, as REST shows them.
 *
 * @param commit of the platform repository, in which all this stands
 * @param newest whether that is the newest one; false while a newer one is being read
 * @param total how many there are like that
 * @param offset how many were passed over
 */
record ApplicationsBody(String commit, boolean newest, int total, int offset, List<ApplicationBody> applications) {

    static ApplicationsBody of(Known<Inspection> known, ApplicationFilter filter, int offset, int limit) {
        Map<ApplicationId, DesiredApplication> desired = known.desired().applications().stream()
                .collect(Collectors.toMap(DesiredApplication::id, Function.identity(), (one, other) -> one));
        List<InspectedApplication> found = filter.of(known.value().applications()).stream()
                .filter(each -> desired.containsKey(each.id()))
                .toList();
        return new ApplicationsBody(
                known.desired().commit().value(),
                known.newest(),
                found.size(),
                offset,
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .flatMap(each -> Stream.ofNullable(desired.get(each.id()))
                                .map(application -> ApplicationBody.of(application, each)))
                        .toList());
    }
}
