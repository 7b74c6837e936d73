package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.Answers;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolding.ParameterPage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates over REST. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplatesApi {

    private final Templates templates;
    private final TemplateRuns runs;
    private final CurrentActor actor;

    TemplatesApi(Templates templates, TemplateRuns runs, CurrentActor actor) {
        this.templates = templates;
        this.runs = runs;
        this.actor = actor;
    }

    /** A template with the schemas of its pages. */
    record TemplateDetails(
            String name,
            String title,
            String description,
            List<String> tags,
            String origin,
            String commit,
            List<ParameterPage> pages) {}

    /**
     * The answers to start with.
     *
     * @param choices which of several alternatives is meant, by path of the field, from 0; only where the values fit more than one
     */
    record NewRun(
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Map<String, String> secrets,
            @Nullable Map<String, Integer> choices) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<TemplateSummary> all() {
        return templates.all();
    }

    @GetMapping({"/{name}", "/{namespace}/{name}"})
    @Access(Permission.VIEW)
    TemplateDetails one(@PathVariable(required = false) @Nullable String namespace, @PathVariable String name) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        return new TemplateDetails(
                template.key(),
                template.definition().title(),
                template.definition().description(),
                template.definition().tags(),
                template.definition().origin(),
                template.commit().value(),
                template.definition().pages());
    }

    @PostMapping({"/{name}/runs", "/{namespace}/{name}/runs"})
    @Access(Permission.CREATE_SERVICE)
    ResponseEntity<TemplateRun> start(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestBody NewRun run) {
        TemplateRun started = runs.start(
                CreateAddresses.key(namespace, name),
                new Answers(
                        Objects.requireNonNullElse(run.values(), Map.of()),
                        Objects.requireNonNullElse(run.secrets(), Map.of()),
                        Objects.requireNonNullElse(run.choices(), Map.of())),
                actor.get());
        return ResponseEntity.created(URI.create("/api/v1/runs/" + started.id()))
                .body(started);
    }
}
