package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.run.Journal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run's journal in PostgreSQL; tells open pages about each change. What a step says is written a moment later, and in any case
 * before whatever comes after it.
 */
record StoredJournal(RunId run, Journals with, LogLines lines) implements Journal, AutoCloseable {

    /** Another process carries the run on: this one stops where it stands. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(RunId run) {
            super("Run " + run + " is carried on by another process");
        }
    }

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step) {
        return with.steps().outputs(run, step.id());
    }

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step, int round) {
        return with.rounds().outputs(run, step.id(), round);
    }

    @Override
    public boolean begun(Step step) {
        return with.steps().begun(run, step.id());
    }

    @Override
    public Instant startedAt(Step step) {
        return with.steps().startedAt(run, step.id());
    }

    @Override
    public boolean cancelled() {
        return with.runs().cancelled(run);
    }

    @Override
    public boolean stopsBefore(Step step) {
        return with.runs().stopsBefore(run, step.id(), begun(step));
    }

    @Override
    public Optional<String> failure(Step step) {
        return with.steps().failure(run, step.id());
    }

    @Override
    public Optional<String> overdue(Step step) {
        Instant now = with.clock().instant();
        RunLimits limits = with.limits().get();
        if (with.runs().attemptedAt(run).plus(limits.run().most()).isBefore(now)) {
            return Optional.of(limits.runTooLong(run));
        }
        return startedAt(step).plus(limits.step().most()).isBefore(now)
                ? Optional.of(limits.stepTooLong(step.id()))
                : Optional.empty();
    }

    @Override
    public int takenBack(Step step) {
        return with.steps().takenBack(run, step.id());
    }

    @Override
    public void undone(Step step) {
        with.steps().undone(run, step.id());
    }

    @Override
    public void started(Step step) {
        lines.flush();
        if (!with.leases().holds(run)) {
            throw new Lost(run);
        }
        if (!begun(step)) {
            with.log().add(run, step.id(), RunStep.Status.RUNNING, "Beginning step " + step.name());
        }
        with.steps().started(run, step.id());
        changed();
    }

    @Override
    public void log(Step step, String line) {
        lines.add(step.id(), line);
    }

    @Override
    public void waiting(Step step, String reason) {
        lines.flush();
        if (with.steps().waiting(run, step.id(), reason)) {
            with.log().add(run, step.id(), reason);
            changed();
        }
    }

    @Override
    public void skipped(Step step) {
        lines.flush();
        if (with.steps().ended(run, step.id(), RunStep.Status.SKIPPED, null)) {
            with.log().add(run, step.id(), RunStep.Status.SKIPPED, "Skipped step " + step.name());
            changed();
        }
    }

    @Override
    public void finished(Step step, int round, Map<String, @Nullable Object> outputs) {
        lines.flush();
        with.rounds().add(run, step.id(), round, outputs);
    }

    @Override
    public void finished(Step step, Map<String, @Nullable Object> outputs) {
        lines.flush();
        with.steps().succeeded(run, step.id(), outputs);
        with.log().add(run, step.id(), RunStep.Status.SUCCEEDED, "Finished step " + step.name());
        changed();
    }

    @Override
    public void failed(Step step, String message) {
        lines.flush();
        with.steps().ended(run, step.id(), RunStep.Status.FAILED, message);
        with.log().add(run, step.id(), RunStep.Status.FAILED, message);
        changed();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void changed() {
        with.changed(run);
    }
}
