package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.process.Marks;
import dev.slipway.delivery.process.RunningProcess;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.delivery.store.ProcessRow;
import dev.slipway.kernel.ClusterName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** All pods of all clusters. Confined to the loop's thread. */
@Component
public class Pods {

    private static final Logger LOG = LoggerFactory.getLogger(Pods.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final PodMachinery machinery;
    private final Map<String, Pod> pods = new java.util.LinkedHashMap<>();

    Pods(PodMachinery machinery) {
        this.machinery = machinery;
    }

    public List<Pod> all() {
        return List.copyOf(pods.values());
    }

    public List<Pod> of(String application) {
        return pods.values().stream()
                .filter(each -> each.row().application().equals(application))
                .toList();
    }

    public List<Pod> ownedBy(ClusterName cluster, String namespace, String kind, String name) {
        return pods.values().stream()
                .filter(each -> each.row().cluster().equals(cluster)
                        && each.row().namespace().equals(namespace)
                        && each.row().ownerKind().equals(kind)
                        && each.row().ownerName().equals(name))
                .toList();
    }

    public void create(PodRow row) {
        machinery.rows.add(row);
        pods.put(row.id(), new Pod(row, machinery));
    }

    public void look(Instant now, LiveObjects objects) {
        all().forEach(pod -> pod.look(now, objects));
        all().stream().filter(Pod::gone).forEach(this::remove);
    }

    private void remove(Pod pod) {
        Marks.find(machinery.data()).forEach((mark, left) -> {
            if (mark.startsWith(pod.row().id() + "/")) {
                left.forEach(RunningProcess::kill);
            }
        });
        machinery.rows.remove(pod.row().id());
        pods.remove(pod.row().id());
        try {
            FileSystemUtils.deleteRecursively(machinery.directory(pod.row().id()));
        } catch (IOException e) {
            LOG.warn(
                    "The directory of the pod \"{}\" cannot be removed.",
                    pod.row().name(),
                    e);
        }
    }

    /** Takes over the processes that an earlier Slipway left, and ends those that nobody knows. */
    public void adopt() {
        pods.clear();
        Map<String, List<RunningProcess>> marked = new HashMap<>(Marks.find(machinery.data()));
        Map<String, ProcessRow> processes = new HashMap<>();
        machinery.rows.processes().forEach(row -> processes.put(row.pod() + "/" + row.container(), row));
        for (PodRow row : machinery.rows.all()) {
            Pod pod = new Pod(row, machinery);
            pods.put(row.id(), pod);
            for (Container container : pod.containers()) {
                ProcessRow process = processes.get(row.id() + "/" + container.name());
                if (process != null) {
                    String mark = Marks.of(process.pod(), process.container(), process.attempt());
                    container.adopt(process, found(process, marked.getOrDefault(mark, List.of())));
                    marked.remove(mark);
                }
            }
        }
        marked.forEach((mark, strays) -> {
            LOG.info("Ending what was left of \"{}\".", mark);
            strays.forEach(RunningProcess::kill);
        });
    }

    private static @Nullable RunningProcess found(ProcessRow row, List<RunningProcess> marked) {
        Optional<RunningProcess> recorded = row.pid() == null || row.identity() == null
                ? marked.stream().findFirst()
                : RunningProcess.find(row.pid(), row.identity());
        return recorded.orElse(null);
    }

    /** Ends every workload and remembers that: the next start is none of its restarts. */
    public void stop(Duration longest) {
        List<Container> containers = new ArrayList<>();
        pods.values().forEach(pod -> containers.addAll(pod.containers()));
        containers.forEach(Container::terminate);
        Instant deadline = Instant.now().plus(longest);
        while (containers.stream().anyMatch(Container::alive) && Instant.now().isBefore(deadline)) {
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE.toNanos());
        }
        containers.stream().filter(Container::alive).forEach(Container::kill);
        containers.stream().filter(each -> !each.ended()).forEach(Container::stopped);
    }
}
