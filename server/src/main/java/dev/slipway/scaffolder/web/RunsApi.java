package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs over REST. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsApi {

    private static final int NEWEST = 50;

    private final TemplateRuns runs;
    private final RunAccess access;
    private final CurrentActor actor;

    RunsApi(TemplateRuns runs, RunAccess access, CurrentActor actor) {
        this.runs = runs;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    List<TemplateRun> newest() {
        return runs.newest(NEWEST);
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
}
