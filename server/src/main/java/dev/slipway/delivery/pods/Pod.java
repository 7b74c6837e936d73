package dev.slipway.delivery.pods;

import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.kernel.ImageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pod: its init containers in order, then its containers, from creation to removal. Confined to the loop's thread. */
public final class Pod {

    /** Between leaving the endpoints and SIGTERM: requests that were already sent here arrive. */
    private static final Duration DRAIN = Duration.ofMillis(300);

    private final PodRow row;
    private final List<Container> inits;
    private final List<Container> mains;
    private final PodMachinery machinery;
    private final PodVolumes volumes;
    private @Nullable Instant terminatingAt;
    private @Nullable Instant termSentAt;
    private @Nullable Instant readySince;
    private boolean sidecarsTold;
    private boolean failed;

    Pod(PodRow row, PodMachinery machinery) {
        this.row = row;
        this.machinery = machinery;
        this.terminatingAt = row.terminatingAt();
        this.volumes = new PodVolumes(row, machinery);
        this.inits = row.template().items("spec", "initContainers").stream()
                .map(spec -> new Container(row, spec, ContainerRole.ofInit(spec), machinery))
                .toList();
        this.mains = row.template().items("spec", "containers").stream()
                .map(spec -> new Container(row, spec, ContainerRole.MAIN, machinery))
                .toList();
    }

    public PodRow row() {
        return row;
    }

    List<Container> containers() {
        return Stream.concat(inits.stream(), mains.stream()).toList();
    }

    private List<Container> sidecars() {
        return inits.stream()
                .filter(each -> each.role() == ContainerRole.SIDECAR)
                .toList();
    }

    /** What answers, and has to be ready. */
    private List<Container> serving() {
        return Stream.concat(sidecars().stream(), mains.stream()).toList();
    }

    void look(Instant now, LiveObjects objects) {
        boolean mayStart = terminatingAt == null && succeeded().isEmpty();
        for (Container init : inits) {
            init.look(now, objects, mayStart);
            mayStart = mayStart && init.letsNextStart();
        }
        for (Container main : mains) {
            main.look(now, objects, mayStart);
        }
        volumes.refresh(now, objects);
        if (terminatingAt != null) {
            endGracefully(now, terminatingAt);
        } else if (succeeded().isPresent()) {
            endSidecars();
        }
        readySince = ready() ? (readySince == null ? now : readySince) : null;
    }

    private void endGracefully(Instant now, Instant since) {
        if (termSentAt == null) {
            if (!now.isBefore(since.plus(DRAIN))) {
                termSentAt = now;
                containers().stream()
                        .filter(each -> each.role() != ContainerRole.SIDECAR)
                        .forEach(Container::terminate);
            }
        } else if (now.isAfter(termSentAt.plusSeconds(grace()))) {
            containers().forEach(Container::kill);
        } else if (mains.stream().noneMatch(Container::alive)) {
            endSidecars();
        }
    }

    /** After all others, as Kubernetes does. */
    private void endSidecars() {
        if (!sidecarsTold) {
            sidecarsTold = true;
            sidecars().forEach(Container::terminate);
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
        return terminatingAt != null && containers().stream().noneMatch(Container::alive);
    }

    public boolean ready() {
        return terminatingAt == null && !mains.isEmpty() && serving().stream().allMatch(Container::ready);
    }

    /** Ready for so long. */
    public boolean available(Instant now, int minimumSeconds) {
        return ready()
                && readySince != null
                && !readySince.plusSeconds(minimumSeconds).isAfter(now);
    }

    public boolean degraded() {
        return !terminating() && containers().stream().anyMatch(Container::degraded);
    }

    /** Empty while it runs; whether all containers exited with 0. Sidecars do not count. */
    public Optional<Boolean> succeeded() {
        if (failed || inits.stream().anyMatch(each -> each.ended() && !each.letsNextStart())) {
            return Optional.of(false);
        }
        return mains.stream().allMatch(Container::ended)
                ? Optional.of(mains.stream()
                        .allMatch(each ->
                                each.exitCode().filter(code -> code == 0).isPresent()))
                : Optional.empty();
    }

    /** Ends what runs to completion before it has. */
    public void fail() {
        failed = true;
        containers().forEach(Container::kill);
    }

    public Map<String, String> labels() {
        return row.template().values("metadata", "labels");
    }

    /** The port of this machine behind a Service's target port. */
    public Optional<Integer> hostPort(String targetPort) {
        return serving().stream()
                .flatMap(each -> PodPorts.hostPort(each.spec(), each.ports(), targetPort).stream())
                .findFirst();
    }

    public String message() {
        if (terminating()) {
            return "ending";
        }
        Optional<Container> pending =
                inits.stream().filter(each -> !each.letsNextStart()).findFirst();
        if (pending.isPresent() && mains.stream().noneMatch(Container::alive)) {
            return initMessage(pending.get());
        }
        return serving().stream()
                .map(Container::message)
                .filter(message -> !message.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String initMessage(Container init) {
        return "init container \"" + init.name() + "\" (" + (inits.indexOf(init) + 1) + " of " + inits.size() + ")"
                + (init.message().isEmpty() ? (init.alive() ? " runs" : " waits") : ": " + init.message());
    }

    public LivePod live() {
        return new LivePod(
                row.name(),
                images(),
                ready(),
                terminating(),
                containers().stream().mapToInt(Container::restarts).sum(),
                containers().stream()
                        .map(Container::startedAt)
                        .max(Instant::compareTo)
                        .orElse(row.createdAt()),
                message());
    }

    private Map<String, ImageDigest> images() {
        Map<String, ImageDigest> images = new HashMap<>();
        serving()
                .forEach(each -> each.image()
                        .digest()
                        .ifPresent(digest -> images.put(each.image().name(), digest)));
        return images;
    }
}
