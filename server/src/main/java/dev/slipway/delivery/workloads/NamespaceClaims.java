package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.NamespaceClaim;
import java.util.List;
import java.util.stream.Collectors;

/** A claim is healthy when everything that it stands for is there; it is applied with the claim. */
final class NamespaceClaims {

    private NamespaceClaims() {}

    static Verdict health(LiveObject object, LiveObjects objects) {
        NamespaceClaim claim = new NamespaceClaim(object);
        if (!claim.problems().isEmpty()) {
            return Verdict.degraded(String.join("; ", claim.problems()));
        }
        List<LiveObject> made = claim.makes();
        List<LiveObject> missing =
                made.stream().filter(each -> objects.find(each.key()).isEmpty()).toList();
        return missing.isEmpty()
                ? Verdict.healthy("made " + names(made) + " in the cluster \"" + claim.targetCluster() + "\"")
                : Verdict.degraded(names(missing) + " is not in the cluster \"" + claim.targetCluster()
                        + "\"; expected as targetCluster a cluster of the platform definition");
    }

    private static String names(List<LiveObject> objects) {
        return objects.stream().map(each -> each.key().toString()).collect(Collectors.joining(", "));
    }
}
