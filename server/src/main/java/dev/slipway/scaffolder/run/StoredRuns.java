package dev.slipway.scaffolder.run;

import dev.slipway.audit.Audit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.Answers;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.RunLogLine.Kind;
import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.NewRun;
import dev.slipway.scaffolder.store.RunQueries;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.StepStore;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scheduling.Wakeups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders for runs; {@link Runner} carries them out. */
@Component
class StoredRuns implements TemplateRuns {

    private final RunStore runs;
    private final RunQueries queries;
    private final StepStore steps;
    private final LogStore log;
    private final Templates templates;
    private final RunOrders orders;
    private final Journals journals;
    private final Wakeups wakeups;
    private final Audit audit;
    private final TransactionTemplate transactions;

    StoredRuns(
            RunStore runs,
            RunQueries queries,
            StepStore steps,
            LogStore log,
            Templates templates,
            RunOrders orders,
            Journals journals,
            Wakeups wakeups,
            Audit audit,
            TransactionTemplate transactions) {
        this.runs = runs;
        this.queries = queries;
        this.steps = steps;
        this.log = log;
        this.templates = templates;
        this.orders = orders;
        this.journals = journals;
        this.wakeups = wakeups;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public List<FieldProblem> check(StoredTemplate template, Answers answers, Actor actor) {
        return orders.problems(template, answers, actor);
    }

    @Override
    public TemplateRun start(String name, Answers answers, Actor actor) {
        StoredTemplate template = templates.get(name);
        List<FieldProblem> problems = check(template, answers, actor);
        if (!problems.isEmpty()) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    problems.stream().map(StoredRuns::problem).toList());
        }
        templates.keep(template);
        NewRun run = orders.order(template, answers, actor);
        transactions.executeWithoutResult(_ -> {
            runs.add(run);
            audit.record(
                    actor,
                    "scaffolder.run-started",
                    "template:" + name,
                    Map.of("run", run.id().toString()));
            wakeups.wake(Runner.NAME);
        });
        return find(run.id()).orElseThrow();
    }

    private static Problem problem(FieldProblem problem) {
        return problem.field().isEmpty()
                ? Problem.of(problem.message())
                : Problem.at(problem.field(), problem.message());
    }

    @Override
    public Optional<TemplateRun> find(RunId id) {
        return runs.find(id);
    }

    @Override
    public RunPage page(RunQuery query) {
        return queries.page(query);
    }

    @Override
    public List<TemplateRun> newest(int limit) {
        return page(RunQuery.newest(limit)).runs();
    }

    @Override
    public List<RunLogLine> log(RunId id, long after) {
        return log.after(id, after);
    }

    @Override
    public List<RunLogLine> lastLines(RunId id, int lines) {
        return log.last(id, lines);
    }

    @Override
    public long lastRetry(RunId id) {
        return log.lastRetry(id);
    }

    @Override
    public void cancel(RunId id, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            if (runs.cancel(id)) {
                audit.record(actor, "scaffolder.run-cancelled", "run:" + id, Map.of());
                log.add(id, "", "Cancelled by " + actor.account(), Kind.CANCELLED, null, null);
                wakeups.wake(Runner.NAME);
            }
        });
        journals.changed(id);
    }

    @Override
    public void retry(RunId id, Map<String, String> secrets, Actor actor) {
        TemplateRun run = find(id).orElseThrow(() -> notAgain(id));
        if (!run.status().ended() || run.status() == RunStatus.SUCCEEDED) {
            throw notAgain(id);
        }
        orders.requireSecrets(run.secrets(), secrets);
        String sealed = orders.seal(id, secrets);
        transactions.executeWithoutResult(_ -> again(id, sealed, actor));
        journals.changed(id);
    }

    private void again(RunId id, @Nullable String sealed, Actor actor) {
        if (!runs.retry(id, sealed)) {
            throw notAgain(id);
        }
        audit.record(actor, "scaffolder.run-retried", "run:" + id, Map.of());
        log.add(id, "", "Tried again by " + actor.account(), Kind.RETRIED, null, null);
        steps.of(id).stream()
                .filter(step -> step.status() == RunStep.Status.SUCCEEDED)
                .forEach(step ->
                        log.add(id, step.id(), RunStep.Status.SUCCEEDED, "Kept what came of step " + step.name()));
        wakeups.wake(Runner.NAME);
    }

    private static ScaffolderException notAgain(RunId id) {
        return new ScaffolderException(
                ProblemCode.CONFLICT,
                Problem.of("Run \"" + id + "\" cannot be tried again: it has not ended, or has succeeded.")
                        .next("Start another with the same answers."));
    }
}
