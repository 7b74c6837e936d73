package dev.slipway.scaffolder.run;

import dev.slipway.audit.Audit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.RunStore.OpenRun;
import dev.slipway.scaffolder.store.StepStore;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.run.Workflow;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries every open run on, as far as it goes. */
@Component
class Runner implements Reconciliation {

    static final String NAME = "scaffolder-runs";

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final RunStore runs;
    private final StepStore steps;
    private final LogStore log;
    private final Templates templates;
    private final ActionRegistry registry;
    private final LiveUpdates live;
    private final Audit audit;

    Runner(
            RunStore runs,
            StepStore steps,
            LogStore log,
            Templates templates,
            ActionRegistry registry,
            LiveUpdates live,
            Audit audit) {
        this.runs = runs;
        this.steps = steps;
        this.log = log;
        this.templates = templates;
        this.registry = registry;
        this.live = live;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void reconcile() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runs.open().forEach(run -> threads.execute(() -> carryOn(run)));
        }
    }

    private void carryOn(OpenRun run) {
        try {
            advance(run);
        } catch (ProblemException e) {
            LOG.warn("Run {} waits: {}", run.id(), e.getMessage());
        } catch (RuntimeException e) { // the edge of a thread; the next round tries again
            LOG.error("Run {} could not go on", run.id(), e);
        }
        live.changed("run/" + run.id());
    }

    private void advance(OpenRun run) {
        StoredTemplate template = templates.get(run.template(), new CommitId(run.commit()));
        runs.progress(run.id(), RunStatus.RUNNING);
        RunInfo info = new RunInfo(
                run.id().toString(), Actors.reference(run.account()), run.template(), run.commit(), run.values());
        StoredJournal journal = new StoredJournal(run.id(), runs, steps, log, live);
        RunState state =
                new Workflow(template.definition(), template.tree(), registry.actions(), info, journal).advance();
        switch (state) {
            case RunState.Waiting _ -> runs.progress(run.id(), RunStatus.WAITING);
            case RunState.Completed completed -> {
                runs.end(run.id(), RunStatus.SUCCEEDED, null, completed.output());
                record(run, "scaffolder.run-succeeded");
            }
            case RunState.Failed failed -> failed(run, failed);
        }
    }

    private void failed(OpenRun run, RunState.Failed failed) {
        RunId id = run.id();
        runs.end(id, runs.cancelled(id) ? RunStatus.CANCELLED : RunStatus.FAILED, failed.message(), null);
        log.add(id, "", "The run has failed; what it had made was taken back.");
        record(run, "scaffolder.run-failed");
    }

    private void record(OpenRun run, String what) {
        audit.record(
                new Actor.Automation("scaffolder", run.account()),
                what,
                "template:" + run.template(),
                Map.of("run", run.id().toString()));
    }
}
