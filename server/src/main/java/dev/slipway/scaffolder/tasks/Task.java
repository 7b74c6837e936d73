package dev.slipway.scaffolder.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as Backstage's {@code SerializedTask}: no secrets, dates as ISO 8601. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Task(
        String id,
        Map<String, @Nullable Object> spec,
        TaskStatus status,
        Instant createdAt,
        @Nullable Instant lastHeartbeatAt,
        String createdBy) {

    private static final String API_VERSION = "scaffolder.backstage.io/v1beta3";

    static Task of(TemplateRun run, Templates templates) {
        return new Task(
                run.id().toString(),
                spec(run, templates),
                TaskStatus.of(run.status()),
                run.startedAt(),
                run.heartbeatAt(),
                Actors.reference(run.account()));
    }

    private static Map<String, @Nullable Object> spec(TemplateRun run, Templates templates) {
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        spec.put("apiVersion", API_VERSION);
        spec.put("steps", List.of());
        spec.put("output", Map.of());
        try {
            StoredTemplate template = templates.get(run.template(), new CommitId(run.commit()));
            spec.put(
                    "steps",
                    template.definition().steps().stream().map(Task::step).toList());
            YamlMap output = template.definition().output();
            spec.put("output", output == null ? Map.of() : output.plain());
        } catch (ProblemException _) { // the run is there even where the template is not any more
        }
        spec.put("parameters", run.values());
        spec.put("user", Map.of("ref", Actors.reference(run.account())));
        spec.put(
                "templateInfo",
                Map.of(
                        "entityRef",
                        TemplateRefs.of(run.template()),
                        "entity",
                        Map.of("metadata", Map.of("name", run.template(), "title", run.title()))));
        return spec;
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", step.id());
        shape.put("name", step.name());
        shape.put("action", step.action());
        put(shape, "input", step.input());
        put(shape, "if", step.condition());
        put(shape, "each", step.each());
        return shape;
    }

    private static void put(Map<String, @Nullable Object> shape, String key, @Nullable YamlValue value) {
        if (value != null) {
            shape.put(key, value.plain());
        }
    }
}
