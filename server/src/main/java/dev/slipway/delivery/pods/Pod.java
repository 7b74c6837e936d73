package dev.slipway.delivery.pods;

import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.kernel.ImageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pod: its containers from creation to removal. Confined to the loop's thread. */
public final class Pod {

    /** Between leaving the endpoints and SIGTERM: requests that were already sent here arrive. */
    private static final Duration DRAIN = Duration.ofMillis(300);

    private final PodRow row;
    private final List<Container> containers;
    private final PodMachinery machinery;
    private @Nullable Instant terminatingAt;
    private @Nullable Instant termSentAt;
    private @Nullable Instant readySince;

    Pod(PodRow row, PodMachinery machinery) {
        this.row = row;
        this.machinery = machinery;
        this.terminatingAt = row.terminatingAt();
        this.containers = row.template().items("spec", "containers").stream()
                .map(spec -> new Container(row, spec, machinery))
                .toList();
    }

    public PodRow row() {
        return row;
    }

    List<Container> containers() {
        return containers;
    }

    void look(Instant now, LiveObjects objects) {
        containers.forEach(container -> container.look(now, objects, terminatingAt == null));
        if (terminatingAt != null) {
            endGracefully(now, terminatingAt);
        }
        readySince = ready() ? (readySince == null ? now : readySince) : null;
    }

    private void endGracefully(Instant now, Instant since) {
        if (termSentAt == null) {
            if (!now.isBefore(since.plus(DRAIN))) {
                termSentAt = now;
                containers.forEach(Container::terminate);
            }
        } else if (now.isAfter(termSentAt.plusSeconds(grace()))) {
            containers.forEach(Container::kill);
        }
    }

    private int grace() {
        return row.template().number(30, "spec", "terminationGracePeriodSeconds");
    }

    /** Leaves the endpoints at once, then gets SIGTERM, then after the grace period SIGKILL. */
    public void terminate(Instant now) {
        if (terminatingAt == null) {
            machinery.rows.terminating(row.id(), now);
            terminatingAt = now;
        }
    }

    public boolean terminating() {
        return terminatingAt != null;
    }

    boolean gone() {
        return terminatingAt != null && containers.stream().noneMatch(Container::alive);
    }

    public boolean ready() {
        return terminatingAt == null
                && !containers.isEmpty()
                && containers.stream().allMatch(Container::ready);
    }

    /** Ready for so long. */
    public boolean available(Instant now, int minimumSeconds) {
        return ready()
                && readySince != null
                && !readySince.plusSeconds(minimumSeconds).isAfter(now);
    }

    public boolean degraded() {
        return !terminating() && containers.stream().anyMatch(Container::degraded);
    }

    /** Empty while it runs; whether all containers exited with 0. */
    public Optional<Boolean> succeeded() {
        return containers.stream().allMatch(Container::ended)
                ? Optional.of(containers.stream()
                        .allMatch(each ->
                                each.exitCode().filter(code -> code == 0).isPresent()))
                : Optional.empty();
    }

    /** Ends what runs to completion before it has. */
    public void fail() {
        containers.forEach(Container::kill);
    }

    public Map<String, String> labels() {
        return row.template().values("metadata", "labels");
    }

    /** The port of this machine behind a Service's target port. */
    public Optional<Integer> hostPort(String targetPort) {
        return containers.stream()
                .flatMap(each -> PodPorts.hostPort(each.spec(), each.ports(), targetPort).stream())
                .findFirst();
    }

    public List<Manifest> specs() {
        return containers.stream().map(Container::spec).toList();
    }

    public String message() {
        if (terminating()) {
            return "ending";
        }
        return containers.stream()
                .map(Container::message)
                .filter(message -> !message.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    public LivePod live() {
        return new LivePod(
                row.name(),
                images(),
                ready(),
                terminating(),
                containers.stream().mapToInt(Container::restarts).sum(),
                containers.stream()
                        .map(Container::startedAt)
                        .max(Instant::compareTo)
                        .orElse(row.createdAt()),
                message());
    }

    private Map<String, ImageDigest> images() {
        Map<String, ImageDigest> images = new HashMap<>();
        containers.forEach(each -> each.image()
                .digest()
                .ifPresent(digest -> images.put(each.image().name(), digest)));
        return images;
    }
}
