package dev.slipway.scaffolder.run;

import dev.slipway.audit.Audit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.RunLogLine.Kind;
import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.fields.FieldChecks;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.RunQueries;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.StepStore;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.run.Preflight;
import dev.slipway.scheduling.Wakeups;
import java.util.ArrayList;
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
    private final ActionRegistry registry;
    private final FieldChecks fields;
    private final Wakeups wakeups;
    private final Audit audit;
    private final TransactionTemplate transactions;

    StoredRuns(
            RunStore runs,
            RunQueries queries,
            StepStore steps,
            LogStore log,
            Templates templates,
            ActionRegistry registry,
            FieldChecks fields,
            Wakeups wakeups,
            Audit audit,
            TransactionTemplate transactions) {
        this.runs = runs;
        this.queries = queries;
        this.steps = steps;
        this.log = log;
        this.templates = templates;
        this.registry = registry;
        this.fields = fields;
        this.wakeups = wakeups;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public List<FieldProblem> check(StoredTemplate template, Map<String, @Nullable Object> values, Actor actor) {
        Form form = new Form(template.definition());
        List<FieldProblem> problems = new ArrayList<>(form.problems(values));
        problems.addAll(fields.problems(form, form.completed(values), actor));
        RunInfo info = new RunInfo(
                RunId.random().toString(),
                Actors.reference(actor.account()),
                template.definition().name(),
                template.commit().value(),
                form.submitted(values));
        new Preflight(registry.actions(), info)
                .problems(template.definition()).stream()
                        .filter(problem -> problem.field().isEmpty()
                                || problems.stream()
                                        .noneMatch(known -> known.field().equals(problem.field())))
                        .toList()
                        .forEach(problems::add);
        return problems;
    }

    @Override
    public TemplateRun start(String name, Map<String, @Nullable Object> values, Actor actor) {
        StoredTemplate template = templates.get(name);
        List<FieldProblem> problems = check(template, values, actor);
        if (!problems.isEmpty()) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    problems.stream().map(StoredRuns::problem).toList());
        }
        templates.keep(template);
        RunId id = RunId.random();
        Map<String, @Nullable Object> submitted =
                new Form(template.definition()).submission(values).parameters();
        transactions.executeWithoutResult(_ -> {
            runs.add(
                    id,
                    template.key(),
                    template.definition().title(),
                    template.commit().value(),
                    actor.account(),
                    submitted,
                    template.definition().steps());
            audit.record(actor, "scaffolder.run-started", "template:" + name, Map.of("run", id.toString()));
            wakeups.wake(Runner.NAME);
        });
        return find(id).orElseThrow();
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
    public void cancel(RunId id, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            if (runs.cancel(id)) {
                audit.record(actor, "scaffolder.run-cancelled", "run:" + id, Map.of());
                log.add(id, "", "Cancelled by " + actor.account(), Kind.CANCELLED, null, null);
                wakeups.wake(Runner.NAME);
            }
        });
    }

    @Override
    public void retry(RunId id, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            if (!runs.retry(id)) {
                throw new ScaffolderException(
                        ProblemCode.CONFLICT,
                        Problem.of("Run \"" + id + "\" cannot be tried again: it has not ended, or has succeeded.")
                                .next("Start another with the same answers."));
            }
            audit.record(actor, "scaffolder.run-retried", "run:" + id, Map.of());
            log.add(id, "", "Tried again by " + actor.account(), Kind.RETRIED, null, null);
            steps.of(id).stream()
                    .filter(step -> step.status() == RunStep.Status.SUCCEEDED)
                    .forEach(step ->
                            log.add(id, step.id(), RunStep.Status.SUCCEEDED, "Kept what came of step " + step.name()));
            wakeups.wake(Runner.NAME);
        });
    }
}
