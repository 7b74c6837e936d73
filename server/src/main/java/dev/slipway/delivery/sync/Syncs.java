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
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies an application's objects: all in one transaction, or none. */
@Component
public class Syncs {

    private static final Set<String> HOOKS = Set.of("PostSync");

    private final ObjectRows objects;
    private final ApplicationRows applications;
    private final TransactionTemplate transaction;

    Syncs(ObjectRows objects, ApplicationRows applications, TransactionTemplate transaction) {
        this.objects = objects;
        this.applications = applications;
        this.transaction = transaction;
    }

    /** What is remembered of the application afterwards. */
    public ApplicationRow sync(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            boolean prune,
            Instant now) {
        List<String> problems = comparison.problems().isEmpty() ? hookProblems(comparison) : comparison.problems();
        ApplicationRow next = problems.isEmpty()
                ? applied(application, commit, comparison, row, now)
                : row.attempted(application.fingerprint())
                        .operation(OperationPhase.FAILED, String.join("\n", problems), now);
        transaction.executeWithoutResult(status -> {
            if (problems.isEmpty()) {
                comparison.changed().forEach(objects::put);
                if (prune) {
                    objects.remove(
                            comparison.surplus().stream().map(LiveObject::key).toList());
                }
                objects.remove(comparison.hooks().stream().map(LiveObject::key).toList());
            }
            applications.put(next);
        });
        return next;
    }

    private static ApplicationRow applied(
            DesiredApplication application, CommitId commit, Comparison comparison, ApplicationRow row, Instant now) {
        boolean hooks = !comparison.hooks().isEmpty();
        return row.applied(commit.value(), application.fingerprint())
                .operation(
                        hooks ? OperationPhase.RUNNING : OperationPhase.SUCCEEDED,
                        hooks ? "waiting for health, then for hooks" : "successfully synced",
                        hooks ? null : now);
    }

    private static List<String> hookProblems(Comparison comparison) {
        return comparison.hooks().stream()
                .filter(hook -> !HOOKS.contains(hook.annotation(Target.HOOK))
                        || !hook.kind().equals("Job"))
                .map(hook -> hook.key() + " is a hook \"" + hook.annotation(Target.HOOK)
                        + "\"; the local cluster understands PostSync Jobs")
                .toList();
    }

    /** Starts the hooks of a sync whose objects are healthy. */
    public void startHooks(Comparison comparison) {
        transaction.executeWithoutResult(status -> comparison.hooks().forEach(objects::put));
    }

    /** The application is deleted with all its objects. */
    public void cascade(String application, LiveObjects live) {
        transaction.executeWithoutResult(status -> objects.remove(
                live.of(application).stream().map(LiveObject::key).toList()));
    }
}
