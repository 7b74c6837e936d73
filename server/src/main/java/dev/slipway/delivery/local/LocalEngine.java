package dev.slipway.delivery.local;

import dev.slipway.audit.Audit;
import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.DeliveryException;
import dev.slipway.delivery.LogLine;
import dev.slipway.delivery.isolation.Isolation;
import dev.slipway.delivery.process.PodLogs;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.delivery.store.PodRows;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The local cluster behind the delivery port. */
@Component
class LocalEngine implements DeliveryEngine {

    private static final int MOST_LINES = 5_000;

    private final LocalCluster cluster;
    private final PodRows pods;
    private final PodLogs logs;
    private final Isolation isolation;
    private final Audit audit;
    private final Clock clock;

    LocalEngine(LocalCluster cluster, PodRows pods, PodLogs logs, Isolation isolation, Audit audit, Clock clock) {
        this.cluster = cluster;
        this.pods = pods;
        this.logs = logs;
        this.isolation = isolation;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String isolation() {
        return isolation.level();
    }

    @Override
    public String isolationExplained() {
        return isolation.explanation();
    }

    @Override
    public List<ApplicationState> states() {
        return List.copyOf(cluster.states().values());
    }

    @Override
    public Optional<ApplicationState> state(String application) {
        return Optional.ofNullable(cluster.states().get(application));
    }

    @Override
    public void refresh(String application, Actor actor) {
        require(application);
        record(actor, "refreshed", application);
        cluster.wake();
    }

    @Override
    public void sync(String application, Actor actor) {
        require(application);
        record(actor, "synced", application);
        cluster.command(loop -> loop.change(application, row -> row.requested(actor.account())));
    }

    @Override
    public void restart(String application, Actor actor) {
        require(application);
        record(actor, "restarted", application);
        Instant asRowsKeepIt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cluster.command(loop -> loop.change(application, row -> row.restarted(asRowsKeepIt)));
    }

    @Override
    public List<LogLine> logs(String application, @Nullable String pod, int lines) {
        require(application);
        int most = Math.clamp(lines, 1, MOST_LINES);
        List<LogLine> all = new ArrayList<>();
        for (PodRow row : pods.all()) {
            if (row.application().equals(application)
                    && (pod == null || row.name().equals(pod))) {
                for (String list : List.of("initContainers", "containers")) {
                    row.template()
                            .items("spec", list)
                            .forEach(
                                    container -> add(row, container.text("name").orElse("container"), most, all));
                }
            }
        }
        all.sort(Comparator.comparing(LogLine::at));
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private void add(PodRow pod, String container, int most, List<LogLine> all) {
        logs.tail(pod.id(), container, most)
                .forEach(line -> all.add(new LogLine(line.at(), pod.name(), container, line.text())));
    }

    private void require(String application) {
        if (state(application).isEmpty()) {
            throw new DeliveryException(
                    ProblemCode.NOT_FOUND,
                    Problem.of("The application \"" + application + "\" is not in the local cluster."));
        }
    }

    private void record(Actor actor, String what, String application) {
        audit.record(actor, "delivery." + what, "application:" + application, Map.of("engine", name()));
    }
}
