package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.store.BuildRows;
import dev.slipway.builds.store.QueueRows;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues what was pushed, takes up again what a killed process left, and keeps the workers busy. */
@Component
class LocalBuilds implements Reconciliation {

    static final String NAME = "builds-local";

    private static final int MOST_ATTEMPTS = 6;
    private static final int AT_ONCE = 50;

    /** Those that wait for an approval must not keep others from being seen. */
    private static final int MOST_QUEUED = 1_000;

    private final PushedCommits pushes;
    private final BuildRows builds;
    private final QueueRows queue;
    private final Withheld withheld;
    private final BuildStates states;
    private final LocalRunner runner;
    private final Workers workers;
    private final Wakeups wakeups;

    LocalBuilds(
            PushedCommits pushes,
            BuildRows builds,
            QueueRows queue,
            Withheld withheld,
            BuildStates states,
            LocalRunner runner,
            Workers workers,
            Wakeups wakeups) {
        this.pushes = pushes;
        this.builds = builds;
        this.queue = queue;
        this.withheld = withheld;
        this.states = states;
        this.runner = runner;
        this.workers = workers;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(15);
    }

    @EventListener
    void on(RefsChanged event) {
        wakeups.wake(NAME);
    }

    @EventListener
    void on(PullRequestChanged event) {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        pushes.queue();
        interrupted().forEach(this::takeUpAgain);
        for (Build build : builds.with(BuildStatus.QUEUED, MOST_QUEUED)) {
            if (!workers.full() && withheld.reason(build).isEmpty()) {
                workers.start(build);
            }
        }
    }

    /** What is RUNNING without a worker of this process; the rows are read first, for a worker ends after its row. */
    private List<Build> interrupted() {
        List<Build> rows = builds.with(BuildStatus.RUNNING, AT_ONCE);
        return rows.stream()
                .filter(build -> !workers.running().contains(build.id()))
                .filter(build -> builds.find(build.id()).orElseThrow().status() == BuildStatus.RUNNING)
                .toList();
    }

    private void takeUpAgain(Build build) {
        runner.clear(build);
        if (queue.attempts(build.id()) >= MOST_ATTEMPTS) {
            states.fail(
                    build,
                    "The build was interrupted " + MOST_ATTEMPTS + " times. Start it again when the machine is well.");
        } else {
            states.requeue(build);
        }
    }
}
