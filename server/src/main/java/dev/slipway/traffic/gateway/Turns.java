package dev.slipway.traffic.gateway;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Round robin over the replicas of each Service. Thread-safe. */
final class Turns {

    private final Map<Routes.Service, AtomicInteger> turns = new ConcurrentHashMap<>();

    /** All of them, beginning with the one whose turn it is. */
    List<InetSocketAddress> next(Routes.Service service, List<InetSocketAddress> ready) {
        int turn = turns.computeIfAbsent(service, first -> new AtomicInteger()).getAndIncrement();
        List<InetSocketAddress> addresses = new ArrayList<>(ready);
        Collections.rotate(addresses, -Math.floorMod(turn, addresses.size()));
        return addresses;
    }
}
