package dev.slipway.delivery.probes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a probe asks: one container of a pod. */
public interface ProbeTarget {

    /** The port of this machine behind a container port, by number or name. */
    Optional<Integer> hostPort(String port);

    /** Runs a command as the container would; why it failed, or empty. */
    Optional<String> execute(List<String> command, Duration timeout) throws IOException, InterruptedException;
}
