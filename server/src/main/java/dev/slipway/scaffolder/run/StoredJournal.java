package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.StepStore;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.run.Journal;
import dev.slipway.ui.LiveUpdates;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run's journal in PostgreSQL; tells open pages about each change. */
record StoredJournal(RunId run, RunStore runs, StepStore steps, LogStore log, LiveUpdates live) implements Journal {

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step) {
        return steps.outputs(run, step.id());
    }

    @Override
    public boolean begun(Step step) {
        return steps.begun(run, step.id());
    }

    @Override
    public Instant startedAt(Step step) {
        return steps.startedAt(run, step.id());
    }

    @Override
    public boolean cancelled() {
        return runs.cancelled(run);
    }

    @Override
    public void started(Step step) {
        if (!begun(step)) {
            log.add(run, step.id(), step.name());
        }
        steps.started(run, step.id());
        changed();
    }

    @Override
    public void log(Step step, String line) {
        log.add(run, step.id(), line);
        changed();
    }

    @Override
    public void waiting(Step step, String reason) {
        if (steps.waiting(run, step.id(), reason)) {
            log.add(run, step.id(), reason);
            changed();
        }
    }

    @Override
    public void skipped(Step step) {
        steps.ended(run, step.id(), RunStep.Status.SKIPPED, null);
        changed();
    }

    @Override
    public void finished(Step step, Map<String, @Nullable Object> outputs) {
        steps.succeeded(run, step.id(), outputs);
        changed();
    }

    @Override
    public void failed(Step step, String message) {
        steps.ended(run, step.id(), RunStep.Status.FAILED, message);
        log.add(run, step.id(), message);
        changed();
    }

    private void changed() {
        live.changed("run/" + run);
    }
}
