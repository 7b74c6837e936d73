package dev.slipway.scaffolder.tasks;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.Answers;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.web.RunAccess;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs as Backstage's tasks. */
@RestController
@RequestMapping("/api/scaffolder/v2/tasks")
class TasksApi {

    private final TemplateRuns runs;
    private final Templates templates;
    private final TemplateRefs refs;
    private final RunAccess access;
    private final CurrentActor actor;

    TasksApi(TemplateRuns runs, Templates templates, TemplateRefs refs, RunAccess access, CurrentActor actor) {
        this.runs = runs;
        this.templates = templates;
        this.refs = refs;
        this.access = access;
        this.actor = actor;
    }

    /** What to start. */
    record NewTask(
            @Nullable String templateRef,
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Map<String, String> secrets) {}

    /** What was started. */
    record Started(RunId id) {}

    /** What is wrong with the values. */
    record Refused(List<ValueError> errors) {}

    /** Some of the tasks. */
    record TaskList(List<Task> tasks, long totalTasks) {}

    /** How a task stands after it was cancelled. */
    record Cancelled(TaskStatus status) {}

    /** The secrets of another attempt. */
    record Again(@Nullable Map<String, String> secrets) {}

    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    ResponseEntity<?> start(@RequestBody NewTask task) {
        String key = refs.key(task.templateRef());
        Map<String, @Nullable Object> values = Objects.requireNonNullElse(task.values(), Map.of());
        Map<String, String> secrets = Objects.requireNonNullElse(task.secrets(), Map.of());
        StoredTemplate template = templates.get(key);
        Answers answers = Answers.of(values, secrets);
        List<FieldProblem> problems = runs.check(template, answers, actor.get());
        if (!problems.isEmpty()) {
            return ResponseEntity.badRequest()
                    .body(new Refused(problems.stream().map(ValueError::of).toList()));
        }
        TemplateRun run = runs.start(key, answers, actor.get());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Started(run.id()));
    }

    @GetMapping
    @Access(Permission.VIEW)
    TaskList list(
            @RequestParam(defaultValue = "") List<String> createdBy,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") long offset) {
        TaskQuestion question = new TaskQuestion(createdBy, status, order, limit, offset);
        RunPage page = question.unanswerable() ? new RunPage(List.of(), 0) : runs.page(question.query());
        return new TaskList(
                page.runs().stream().map(run -> Task.of(run, templates)).toList(), page.total());
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    Task one(@PathVariable String id) {
        return Task.of(access.get(id), templates);
    }

    @PostMapping("/{id}/cancel")
    @Access(Permission.CREATE_SERVICE)
    Cancelled cancel(@PathVariable String id) {
        TemplateRun run = access.own(id);
        runs.cancel(run.id(), actor.get());
        return new Cancelled(run.status().ended() ? TaskStatus.of(run.status()) : TaskStatus.CANCELLED);
    }

    @PostMapping("/{id}/retry")
    @Access(Permission.CREATE_SERVICE)
    ResponseEntity<Started> retry(@PathVariable String id, @RequestBody(required = false) @Nullable Again again) {
        RunId run = access.own(id).id();
        Map<String, String> secrets = again == null ? null : again.secrets();
        runs.retry(run, Objects.requireNonNullElse(secrets, Map.of()), actor.get());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Started(run));
    }
}
