package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs over REST. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsApi {

    private final TemplateRuns runs;
    private final RunAccess access;
    private final CurrentActor actor;

    RunsApi(TemplateRuns runs, RunAccess access, CurrentActor actor) {
        this.runs = runs;
        this.access = access;
        this.actor = actor;
    }

    /** The secrets of another attempt. */
    record Again(@Nullable Map<String, String> secrets) {}

    /**
     * The newest first, without their steps.
     *
     * @param account who asked for them
     * @param limit at most so many; {@code X-Total-Count} says how many there are
     */
    @GetMapping
    @Access(Permission.VIEW)
    ResponseEntity<List<TemplateRun>> list(
            @RequestParam(defaultValue = "") Set<String> account,
            @RequestParam(defaultValue = "") Set<@Nullable RunStatus> status,
            @RequestParam(defaultValue = "") Set<String> template,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") long offset) {
        RunPage page = runs.page(new RunQuery(account, named(status), template, List.of(), limit, offset));
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(page.total()))
                .body(page.runs());
    }

    /** A blank value names no status. */
    private static Set<RunStatus> named(Set<@Nullable RunStatus> statuses) {
        return statuses.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    TemplateRun one(@PathVariable String id) {
        return access.get(id);
    }

    /** @param after the number of the last line that is known already */
    @GetMapping("/{id}/log")
    @Access(Permission.VIEW)
    List<RunLogLine> log(@PathVariable String id, @RequestParam(defaultValue = "0") long after) {
        return runs.log(access.get(id).id(), after);
    }

    @PostMapping("/{id}/cancel")
    @Access(Permission.CREATE_SERVICE)
    TemplateRun cancel(@PathVariable String id) {
        RunId run = access.own(id).id();
        runs.cancel(run, actor.get());
        return access.get(id);
    }

    /** Tries it again from the step that failed. */
    @PostMapping("/{id}/retry")
    @Access(Permission.CREATE_SERVICE)
    TemplateRun retry(@PathVariable String id, @RequestBody(required = false) @Nullable Again again) {
        RunId run = access.own(id).id();
        Map<String, String> secrets = again == null ? null : again.secrets();
        runs.retry(run, Objects.requireNonNullElse(secrets, Map.of()), actor.get());
        return access.get(id);
    }
}
