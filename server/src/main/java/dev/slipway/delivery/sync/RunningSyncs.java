package dev.slipway.delivery.sync;

import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.store.ApplicationRow;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries syncs on as Argo CD does: a step follows when everything of the one before is healthy; what fails ends the sync, and
 * then the SyncFail hooks run.
 */
@Component
public class RunningSyncs {

    private final Syncs syncs;

    RunningSyncs(Syncs syncs) {
        this.syncs = syncs;
    }

    /** What is remembered of the application afterwards: the same row while it has to wait. */
    public ApplicationRow advance(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            LiveObjects live,
            Judge judge,
            Instant now) {
        if (!application.fingerprint().equals(row.attempted())) {
            return ended(row, OperationPhase.FAILED, "Git moved on while the sync ran; sync again", now);
        }
        Steps steps = new Steps(comparison);
        Optional<Step> found = steps.find(row.stage());
        if (found.isEmpty()) {
            return syncs.begin(application, commit, comparison, row, now);
        }
        Step step = found.get();
        List<LiveObject> awaited = steps.awaited(step).stream()
                .flatMap(object -> live.find(object.key()).stream())
                .toList();
        boolean all = awaited.size() == steps.awaited(step).size();
        Optional<LiveObject> failed = awaited.stream().filter(judge::failed).findFirst();
        boolean done = all && awaited.stream().allMatch(judge::healthy);
        if (step.phase() == Phase.SYNC_FAIL) {
            return done || failed.isPresent() ? afterFailure(application, commit, comparison, row, step, now) : row;
        }
        if (failed.isPresent()) {
            return failed(application, commit, comparison, row, message(failed.get(), judge), now);
        }
        return done ? next(application, commit, comparison, row, step, now) : row;
    }

    private ApplicationRow next(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            Step step,
            Instant now) {
        boolean hooks = !comparison.hooks().isEmpty();
        return new Steps(comparison)
                .after(step)
                .map(next -> syncs.enter(application, commit, comparison, row, next, now))
                .orElseGet(() -> ended(
                        row,
                        OperationPhase.SUCCEEDED,
                        "successfully synced" + (hooks ? ", hooks succeeded" : ""),
                        now));
    }

    private ApplicationRow failed(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            String message,
            Instant now) {
        return new Steps(comparison)
                .failing()
                .map(first -> explained(syncs.enter(application, commit, comparison, row, first, now), message))
                .orElseGet(() -> ended(row, OperationPhase.FAILED, message, now));
    }

    /** The reason stays the operation's message while hooks run after it. */
    private ApplicationRow afterFailure(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            Step step,
            Instant now) {
        return new Steps(comparison)
                .after(step)
                .map(next -> explained(syncs.enter(application, commit, comparison, row, next, now), row.message()))
                .orElseGet(() -> ended(row, OperationPhase.FAILED, row.message(), now));
    }

    private ApplicationRow explained(ApplicationRow row, String message) {
        return syncs.kept(row.operation(row.phase(), row.stage(), message, row.finishedAt()));
    }

    private ApplicationRow ended(ApplicationRow row, OperationPhase phase, String message, Instant now) {
        return syncs.kept(row.operation(phase, row.stage(), message, now));
    }

    private static String message(LiveObject failed, Judge judge) {
        return (Placement.of(failed).hook() ? "a hook failed: " : "the sync cannot go on: ") + failed.key() + ": "
                + judge.reason(failed);
    }
}
