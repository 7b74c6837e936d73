package dev.slipway.delivery.pods;

import dev.slipway.delivery.isolation.EnvironmentScript;
import dev.slipway.delivery.isolation.Isolation;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.probes.ProbeTarget;
import dev.slipway.delivery.process.RunningProcess;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.sandbox.ProcessTrees;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A container as its probes see it. */
record ContainerProbeTarget(
        PodRow pod, Manifest spec, PodMachinery machinery, Map<Integer, Integer> ports, RunningProcess process)
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
        Process asked = started(command);
        if (!asked.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            ProcessTrees.end(asked.toHandle());
            return Optional.of("the command did not end within " + timeout.toSeconds() + " s");
        }
        return asked.exitValue() == 0 ? Optional.empty() : Optional.of("the command exited with " + asked.exitValue());
    }

    /** Where the container runs, with its environment. */
    private Process started(List<String> command) throws IOException {
        OptionalLong isolated = process.isolated();
        Map<String, String> environment = process.environment();
        ProcessBuilder builder = new ProcessBuilder(
                        isolated.isPresent() ? Isolation.beside(isolated.getAsLong(), command) : command)
                .directory(Files.createDirectories(machinery.home(pod.id())).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(isolated.isPresent() ? machinery.launcher.base("/") : environment);
        Process asked = builder.start();
        try (OutputStream input = asked.getOutputStream()) {
            input.write(
                    (isolated.isPresent() ? EnvironmentScript.of(environment) : "").getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It has ended without reading; its exit code tells.
        }
        return asked;
    }
}
