package dev.slipway.delivery.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds free ports of this machine. A pod's container port 8080 is a port of the host here, another for each pod: the process
 * learns the first of its ports as {@code PORT}, each named one as {@code PORT_<NAME>}, and must listen there.
 */
public final class HostPorts {

    private static final int SHORTEST_REUSE = 2_000;
    private final Map<Integer, Long> handedOut = new HashMap<>();

    /** A different free port for each container port. */
    public Map<Integer, Integer> allocate(List<Integer> containerPorts) {
        Map<Integer, Integer> ports = new HashMap<>();
        containerPorts.forEach(port -> ports.put(port, next()));
        return Map.copyOf(ports);
    }

    /** The system's choice, unless it was handed out a moment ago and its process does not listen yet. */
    private int next() {
        long now = System.nanoTime() / 1_000_000;
        handedOut.values().removeIf(at -> now - at > SHORTEST_REUSE * 30L);
        int port = free();
        while (handedOut.containsKey(port)) {
            port = free();
        }
        handedOut.put(port, now);
        return port;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
