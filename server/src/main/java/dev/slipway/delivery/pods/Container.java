package dev.slipway.delivery.pods;

import dev.slipway.delivery.images.ImageReference;
import dev.slipway.delivery.images.Pull;
import dev.slipway.delivery.images.UnpackedImage;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.process.Marks;
import dev.slipway.delivery.process.RunningProcess;
import dev.slipway.delivery.process.WrittenLine;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.delivery.store.ProcessRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One container of a pod: its process, its restarts, its probes. Confined to the loop's thread. */
final class Container {

    /** The exit code of what was killed before it could leave one. */
    private static final int LOST = 137;

    private static final int LAST_LINES = 5;

    /** The JVM tells of its options in this way; it says nothing about an end. */
    private static final String JVM_NOTE = "Picked up ";

    private static final Duration CALM = Duration.ofMinutes(10);
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final PodRow pod;
    private final Manifest spec;
    private final ContainerRole role;
    private final PodMachinery machinery;
    private ContainerState state = ContainerState.WAITING;
    private @Nullable RunningProcess process;
    private @Nullable ContainerProbes probes;
    private Map<Integer, Integer> ports = Map.of();
    private Instant startedAt;
    private Instant nextStart = Instant.MIN;
    private int attempt;
    private boolean startedBefore;
    private int crashes;
    private @Nullable Integer exitCode;
    private boolean broken;
    private String message = "";

    Container(PodRow pod, Manifest spec, ContainerRole role, PodMachinery machinery) {
        this.pod = pod;
        this.spec = spec;
        this.role = role;
        this.machinery = machinery;
        this.startedAt = pod.createdAt();
    }

    String name() {
        return spec.text("name").orElse("container");
    }

    ContainerRole role() {
        return role;
    }

    ImageReference image() {
        return new ImageReference(spec.text("image").orElse(""));
    }

    Manifest spec() {
        return spec;
    }

    /** Takes over what an earlier Slipway started; what does not run any more is started again. */
    void adopt(ProcessRow row, @Nullable RunningProcess found) {
        attempt = row.attempt();
        startedBefore = row.pid() != null;
        ports = row.ports();
        startedAt = row.startedAt();
        exitCode = row.exitCode();
        if (exitCode != null) {
            state = ContainerState.ENDED;
        } else if (found != null) {
            running(found);
            save();
        } else if (startedBefore) {
            exitedWith(exitFile());
        }
    }

    void look(Instant now, LiveObjects objects, boolean mayStart) {
        switch (state) {
            case WAITING -> {
                if (mayStart && !now.isBefore(nextStart)) {
                    start(objects);
                }
            }
            case RUNNING -> watch(now);
            case ENDED -> {}
        }
    }

    private void watch(Instant now) {
        RunningProcess current = java.util.Objects.requireNonNull(process);
        if (!current.alive()) {
            Optional<Integer> code = exitFile();
            exitedWith(
                    code.isPresent()
                            ? code
                            : current.exitCode().stream().boxed().findFirst());
            return;
        }
        if (crashes > 0 && startedAt.plus(CALM).isBefore(now)) {
            crashes = 0;
        }
        Optional<String> reason = java.util.Objects.requireNonNull(probes).look(now);
        if (reason.isPresent()) {
            current.kill();
            message = reason.get();
        }
    }

    private void start(LiveObjects objects) {
        switch (machinery.images.pull(image().text())) {
            case Pull.Pulling() -> message = "Pulling the image";
            case Pull.CannotPull(String reason) -> broken("ImagePullBackOff: " + reason);
            case Pull.Pulled(UnpackedImage image) -> start(image, objects);
        }
    }

    private void start(UnpackedImage image, LiveObjects objects) {
        Map<Integer, Integer> hostPorts = machinery.ports.allocate(PodPorts.declared(spec));
        ContainerEnvironment environment = new ContainerEnvironment(
                pod, spec, new ConfigurationData(pod, objects, machinery.secrets), PodPorts.variables(spec, hostPorts));
        List<String> missing = new ArrayList<>(environment.missing());
        missing.addAll(new PodVolumes(pod, machinery).fill(objects));
        if (!missing.isEmpty()) {
            broken("CreateContainerConfigError: " + String.join("; ", missing));
            return;
        }
        if (startedBefore) {
            attempt++;
        }
        startedBefore = true;
        ports = hostPorts;
        startedAt = machinery.clock.instant();
        save();
        try {
            running(machinery.launcher.start(command().launch(image, environment, attempt)));
            save();
        } catch (IOException e) {
            broken("RunContainerError: " + e.getMessage());
        }
    }

    private void running(RunningProcess started) {
        process = started;
        probes = new ContainerProbes(
                spec,
                new ContainerProbeTarget(pod, spec, machinery, ports, started),
                machinery.probes,
                machinery.clock.instant());
        state = ContainerState.RUNNING;
        broken = false;
        message = "";
    }

    private void broken(String reason) {
        broken = true;
        message = reason;
        nextStart = machinery.clock.instant().plus(machinery.wait(2));
    }

    private ContainerCommand command() {
        return new ContainerCommand(pod, spec, runsToCompletion(), machinery);
    }

    private Optional<Integer> exitFile() {
        return command().exitCode(attempt);
    }

    private void exitedWith(Optional<Integer> code) {
        String reason = message.isEmpty() ? "" : message + "; ";
        process = null;
        probes = null;
        if (endsWith(code.orElse(LOST))) {
            exitCode = code.orElse(LOST);
            state = ContainerState.ENDED;
            message = "exited with " + exitCode;
            save();
            return;
        }
        crashes++;
        state = ContainerState.WAITING;
        nextStart = machinery.clock.instant().plus(machinery.wait(crashes));
        message = reason + "container \"" + name() + "\" "
                + code.map(number -> "exited with " + number).orElse("ended");
    }

    private boolean runsToCompletion() {
        return switch (role) {
            case INIT -> true;
            case SIDECAR -> false;
            case MAIN -> pod.ownerKind().equals("Job");
        };
    }

    /** Whether this was the end: an init container that failed is tried again, unless its pod is never restarted. */
    private boolean endsWith(int code) {
        boolean once = role != ContainerRole.INIT
                || code == 0
                || pod.template()
                        .text("spec", "restartPolicy")
                        .filter("Never"::equals)
                        .isPresent();
        return runsToCompletion() && once;
    }

    private void save() {
        RunningProcess current = process;
        machinery.rows.put(new ProcessRow(
                pod.id(),
                name(),
                attempt,
                current == null ? null : Long.valueOf(current.pid()),
                current == null ? null : current.identity(),
                ports,
                startedAt,
                exitCode));
    }

    boolean ready() {
        return state == ContainerState.RUNNING && probes != null && probes.ready() && !crashLooping();
    }

    /** Twice ended in a row, and not yet settled. */
    boolean crashLooping() {
        return crashes >= 2
                && (state != ContainerState.RUNNING || startedAt.plus(SETTLED).isAfter(machinery.clock.instant()));
    }

    /** Waits for something that only a change can mend, or crashes again and again. */
    boolean degraded() {
        return broken || crashLooping();
    }

    boolean ended() {
        return state == ContainerState.ENDED;
    }

    Optional<Integer> exitCode() {
        return Optional.ofNullable(exitCode);
    }

    /** Whether the container after this init container may start. */
    boolean letsNextStart() {
        return switch (role) {
            case INIT -> ended() && exitCode().filter(code -> code == 0).isPresent();
            case SIDECAR -> state == ContainerState.RUNNING && probes != null && probes.started();
            case MAIN -> true;
        };
    }

    boolean alive() {
        return process != null && process.alive();
    }

    void terminate() {
        if (process != null && runsToCompletion()) {
            process.kill();
        } else if (process != null) {
            process.terminate();
        }
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Ended on purpose: the next start is no restart. */
    void stopped() {
        process = null;
        state = ContainerState.WAITING;
        startedBefore = false;
        save();
    }

    int restarts() {
        return attempt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Map<Integer, Integer> ports() {
        return ports;
    }

    String mark() {
        return Marks.of(pod.id(), name(), attempt);
    }

    String message() {
        if (crashLooping()) {
            return "CrashLoopBackOff: " + (message.isEmpty() ? "it ended " + crashes + " times" : message)
                    + lastOutput();
        }
        return state == ContainerState.RUNNING && probes != null && message.isEmpty() ? probes.message() : message;
    }

    private String lastOutput() {
        return machinery.logs.tail(pod.id(), name(), LAST_LINES).reversed().stream()
                .map(WrittenLine::text)
                .filter(line -> !line.isBlank() && !line.startsWith(JVM_NOTE))
                .findFirst()
                .map(line -> "; its last output: " + line)
                .orElse("; it wrote nothing");
    }
}
