package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.action.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets no secret into a journal. */
record MaskingJournal(Journal journal, Secrets secrets) implements Journal {

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step) {
        return journal.finished(step);
    }

    @Override
    public boolean begun(Step step) {
        return journal.begun(step);
    }

    @Override
    public Instant startedAt(Step step) {
        return journal.startedAt(step);
    }

    @Override
    public boolean cancelled() {
        return journal.cancelled();
    }

    @Override
    public boolean stopsBefore(Step step) {
        return journal.stopsBefore(step);
    }

    @Override
    public Optional<String> failure(Step step) {
        return journal.failure(step);
    }

    @Override
    public Optional<String> overdue(Step step) {
        return journal.overdue(step);
    }

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step, int round) {
        return journal.finished(step, round);
    }

    @Override
    public void finished(Step step, int round, Map<String, @Nullable Object> outputs) {
        journal.finished(step, round, secrets.masked(outputs));
    }

    @Override
    public int takenBack(Step step) {
        return journal.takenBack(step);
    }

    @Override
    public void undone(Step step) {
        journal.undone(step);
    }

    @Override
    public void started(Step step) {
        journal.started(step);
    }

    @Override
    public void log(Step step, String line) {
        journal.log(step, secrets.masked(line));
    }

    @Override
    public void waiting(Step step, String reason) {
        journal.waiting(step, secrets.masked(reason));
    }

    @Override
    public void skipped(Step step) {
        journal.skipped(step);
    }

    @Override
    public void finished(Step step, Map<String, @Nullable Object> outputs) {
        journal.finished(step, secrets.masked(outputs));
    }

    @Override
    public void failed(Step step, String message) {
        journal.failed(step, secrets.masked(message));
    }
}
