package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import dev.slipway.gitops.impact.reading.kinds.Hosts;
import java.util.Optional;
import java.util.Set;

/** What traffic loses with Services, routes and policies. */
public final class TrafficLosses implements Losses {

    @Override
    public Optional<Removed> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "Service" -> Losses.breaking(gone, "whoever calls it gets no answer");
            case "Ingress", "VirtualService", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute", "Gateway" ->
                Losses.breaking(gone, hosts(Hosts.of(gone)));
            case "NetworkPolicy", "CiliumNetworkPolicy", "AuthorizationPolicy" ->
                Losses.risky(gone, "traffic is admitted that it kept out");
            case "PeerAuthentication" ->
                Losses.risky(gone, "the namespace or the mesh decides whether traffic in plain text is admitted");
            case "RequestAuthentication" -> Losses.risky(gone, "tokens of requests are checked by it no more");
            case "DestinationRule" -> Losses.risky(gone, "its subsets and its settings of connections hold no more");
            default -> Optional.empty();
        };
    }

    private static String hosts(Set<String> hosts) {
        return hosts.isEmpty() ? "its routes are gone" : "nobody answers for " + String.join(", ", hosts) + " by it";
    }
}
