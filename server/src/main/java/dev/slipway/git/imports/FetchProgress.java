package dev.slipway.git.imports;

import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.BatchingProgressMonitor;

/** Turns JGit's progress into sentences, and ends the work when the allowance or the thread does. */
final class FetchProgress extends BatchingProgressMonitor {

    private final Allowance allowance;
    private final Consumer<String> sentences;

    FetchProgress(Allowance allowance, Consumer<String> sentences) {
        this.allowance = allowance;
        this.sentences = sentences;
    }

    @Override
    public boolean isCancelled() {
        return allowance.isOver() || Thread.currentThread().isInterrupted();
    }

    @Override
    protected void onUpdate(String task, int done, Duration duration) {
        sentences.accept(task + ": " + done + received());
    }

    @Override
    protected void onEndTask(String task, int done, Duration duration) {
        sentences.accept(task + ": " + done + received());
    }

    @Override
    protected void onUpdate(String task, int done, int total, int percent, Duration duration) {
        sentences.accept(task + ": " + percent + " %" + received());
    }

    @Override
    protected void onEndTask(String task, int done, int total, int percent, Duration duration) {
        sentences.accept(task + ": " + percent + " %" + received());
    }

    private String received() {
        return " (" + String.format(java.util.Locale.ROOT, "%.1f", allowance.received() / 1e6) + " MB)";
    }
}
