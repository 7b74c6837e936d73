package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.probes.ProbeTarget;
import dev.slipway.delivery.store.PodRow;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A container as its probes see it. */
record ContainerProbeTarget(PodRow pod, Manifest spec, PodMachinery machinery, Map<Integer, Integer> ports)
        implements ProbeTarget {

    @Override
    public Optional<Integer> hostPort(String port) {
        return PodPorts.hostPort(spec, ports, port);
    }

    @Override
    public Optional<String> execute(List<String> command, Duration timeout) throws IOException, InterruptedException {
        if (command.isEmpty()) {
            return Optional.of("the probe has no command");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(machinery.home(pod.id()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = new HashMap<>(machinery.launcher.base(machinery.home(pod.id())));
        environment.putAll(PodPorts.variables(spec, ports));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return Optional.of("the command did not end within " + timeout.toSeconds() + " s");
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of("the command exited with " + process.exitValue());
    }
}
