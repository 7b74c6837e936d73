package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.Passage;
import java.net.InetSocketAddress;
import java.util.List;

/** Where a request goes: the replicas in their order, and what it goes through on its way to them. */
record Itinerary(String application, List<InetSocketAddress> addresses, Passage passage) {

    /** Begins anew after the last. */
    InetSocketAddress address(int index) {
        return addresses.get(index % addresses.size());
    }
}
