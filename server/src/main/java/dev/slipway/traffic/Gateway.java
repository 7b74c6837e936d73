package dev.slipway.traffic;

import java.time.Duration;

/** Requests to workloads through the same routes that the world's requests take. */
public interface Gateway {

    /**
     * Sends a GET through the gateway on loopback; follows no redirects.
     *
     * @param host of the workload
     * @param path with query, begins with a slash
     */
    ProbeResult get(String host, String path, Duration timeout);
}
