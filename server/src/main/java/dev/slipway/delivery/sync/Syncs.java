package dev.slipway.delivery.sync;

import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.store.ApplicationRow;
import dev.slipway.delivery.store.ApplicationRows;
import dev.slipway.delivery.store.ObjectRows;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies an application's objects: each step of a sync, with where the sync stands, in one transaction. */
@Component
public class Syncs {

    private final ObjectRows objects;
    private final ApplicationRows applications;
    private final TransactionTemplate transaction;

    Syncs(ObjectRows objects, ApplicationRows applications, TransactionTemplate transaction) {
        this.objects = objects;
        this.applications = applications;
        this.transaction = transaction;
    }

    /**
     * Begins with the first step, or fails before anything is changed. Hooks of earlier syncs go.
     *
     * @return what is remembered of the application afterwards
     */
    public ApplicationRow begin(
            DesiredApplication application, CommitId commit, Comparison comparison, ApplicationRow row, Instant now) {
        List<String> problems = comparison.problems().isEmpty() ? hookProblems(comparison) : comparison.problems();
        if (!problems.isEmpty()) {
            return kept(row.attempted(application.fingerprint())
                    .operation(OperationPhase.FAILED, null, String.join("\n", problems), now));
        }
        transaction.executeWithoutResult(status ->
                objects.remove(comparison.hooks().stream().map(LiveObject::key).toList()));
        Steps steps = new Steps(comparison);
        return enter(application, commit, comparison, row.attempted(application.fingerprint()), steps.first(), now);
    }

    ApplicationRow enter(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            Step step,
            Instant now) {
        Steps steps = new Steps(comparison);
        boolean completes = steps.completes(step);
        ApplicationRow applied = completes ? row.applied(commit.value(), application.fingerprint()) : row;
        ApplicationRow next = steps.single()
                ? applied.operation(OperationPhase.SUCCEEDED, null, "successfully synced", now)
                : applied.operation(
                        OperationPhase.RUNNING, step.name(), step.name() + ": waiting for " + step.names(), null);
        transaction.executeWithoutResult(status -> {
            step.objects().forEach(object -> apply(object, comparison, now));
            if (completes && application.prune()) {
                prune(comparison);
            }
            applications.put(next);
        });
        return next;
    }

    /** A hook that is applied again runs again. */
    private void apply(LiveObject object, Comparison comparison, Instant now) {
        if (Placement.of(object).hook()) {
            objects.put(new LiveObject(object.key(), object.application(), object.manifest(), object.hash(), now));
        } else if (comparison.changed().contains(object)) {
            objects.put(object);
        }
    }

    /** What changed in the cluster becomes again what Git says, without hooks (Argo CD: self-heal). */
    public ApplicationRow heal(
            DesiredApplication application, CommitId commit, Comparison comparison, ApplicationRow row, Instant now) {
        ApplicationRow next = row.applied(commit.value(), application.fingerprint())
                .operation(OperationPhase.SUCCEEDED, null, "successfully healed", now);
        transaction.executeWithoutResult(status -> {
            comparison.changed().forEach(objects::put);
            if (application.prune()) {
                prune(comparison);
            }
            applications.put(next);
        });
        return next;
    }

    private void prune(Comparison comparison) {
        objects.remove(comparison.surplus().stream().map(LiveObject::key).toList());
    }

    ApplicationRow kept(ApplicationRow row) {
        applications.put(row);
        return row;
    }

    private static List<String> hookProblems(Comparison comparison) {
        return comparison.hooks().stream()
                .flatMap(hook -> Placement.of(hook).unknown().stream()
                        .map(name -> hook.key() + " is a hook \"" + name
                                + "\"; the local cluster understands PreSync, Sync, PostSync, SyncFail and Skip"))
                .toList();
    }

    /** The application is deleted with all its objects. */
    public void cascade(String application, LiveObjects live) {
        transaction.executeWithoutResult(status -> objects.remove(
                live.of(application).stream().map(LiveObject::key).toList()));
    }
}
