package dev.slipway.builds.web;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.builds.local.LocalControl;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: recording builds and reading them. */
@RestController
@RequestMapping("/api/v1/builds")
class BuildsApi {

    private static final int MOST = 200;
    private static final int MOST_LINES = 5_000;

    private final Builds builds;
    private final ExistingBuilds existing;
    private final LocalControl control;
    private final CurrentActor actor;

    /**
     * A part of a log.
     *
     * @param next the first line of the next part
     * @param end whether there will be no more
     */
    record LogBody(List<String> lines, int next, boolean end) {}

    BuildsApi(Builds builds, ExistingBuilds existing, LocalControl control, CurrentActor actor) {
        this.builds = builds;
        this.existing = existing;
        this.control = control;
        this.actor = actor;
    }

    @PostMapping
    @Access(Permission.RECORD_BUILD)
    @ResponseStatus(HttpStatus.CREATED)
    BuildBody record(@RequestBody RecordBuildBody body) {
        RecordBuildBody.Checked build = body.checked();
        return body(builds.record(build.repository(), build.commit(), build.images(), build.provenance(), actor.get()));
    }

    @GetMapping
    @Access(Permission.VIEW)
    List<BuildBody> of(@RequestParam String repository, @RequestParam(defaultValue = "20") int limit) {
        return builds.of(RepositoryRef.parse(repository), Math.clamp(limit, 1, MOST)).stream()
                .map(build -> BuildBody.of(build, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    BuildBody one(@PathVariable long id) {
        return body(existing.get(id));
    }

    @GetMapping("/{id}/log")
    @Access(Permission.VIEW)
    LogBody log(@PathVariable long id, @RequestParam(defaultValue = "0") int from) {
        Build build = existing.get(id);
        int first = Math.max(0, from);
        List<String> lines = builds.log(build.id(), first, MOST_LINES);
        return new LogBody(lines, first + lines.size(), build.status().finished() && lines.size() < MOST_LINES);
    }

    @PostMapping("/{id}/cancel")
    @Access(Permission.CHANGE_SERVICE)
    BuildBody cancel(@PathVariable long id) {
        control.cancel(existing.get(id), actor.get());
        return body(existing.get(id));
    }

    @PostMapping("/{id}/retry")
    @Access(Permission.CHANGE_SERVICE)
    BuildBody retry(@PathVariable long id) {
        control.retry(existing.get(id), actor.get());
        return body(existing.get(id));
    }

    private BuildBody body(Build build) {
        return BuildBody.of(build, builds.steps(build.id()));
    }
}
