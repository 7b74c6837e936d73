package dev.slipway.delivery.pods;

import dev.slipway.delivery.SecretValues;
import dev.slipway.delivery.images.ImageDirectories;
import dev.slipway.delivery.isolation.Isolation;
import dev.slipway.delivery.probes.ProbeClients;
import dev.slipway.delivery.process.HostPorts;
import dev.slipway.delivery.process.Launcher;
import dev.slipway.delivery.process.PodLogs;
import dev.slipway.delivery.store.PodRows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What containers need to run. */
@Component
class PodMachinery {

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;

    final ImageDirectories images;
    final Launcher launcher;
    final Isolation isolation;
    final PodLogs logs;
    final PodRows rows;
    final List<SecretValues> secrets;
    final Clock clock;
    final HostPorts ports = new HostPorts();
    final ProbeClients probes;
    private final Path data;
    private final Duration backoff;

    /** @param backoff the first wait of a crash loop, which doubles up to five minutes */
    PodMachinery(
            ImageDirectories images,
            Launcher launcher,
            Isolation isolation,
            PodLogs logs,
            PodRows rows,
            List<SecretValues> secrets,
            Clock clock,
            ProbeClients probes,
            @Value("${slipway.data}") Path data,
            @Value("${slipway.local-cluster.backoff:1s}") Duration backoff) {
        this.images = images;
        this.launcher = launcher;
        this.isolation = isolation;
        this.logs = logs;
        this.rows = rows;
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.probes = probes;
        this.data = data.toAbsolutePath().normalize();
        this.backoff = backoff;
    }

    /** Everything that a pod has on disk. */
    Path directory(String pod) {
        return data.resolve("cluster/pods").resolve(pod);
    }

    /** What a pod that is not isolated may write to. */
    Path home(String pod) {
        return directory(pod).resolve("home");
    }

    Path data() {
        return data;
    }

    /** The first restart comes at once, as in Kubernetes. */
    Duration wait(int crashes) {
        if (crashes <= 1) {
            return Duration.ZERO;
        }
        Duration wait = backoff.multipliedBy(1L << Math.min(MOST_DOUBLINGS, crashes - 2));
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }
}
