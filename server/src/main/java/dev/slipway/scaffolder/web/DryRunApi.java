package dev.slipway.scaffolder.web;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolder.run.RunInfos;
import dev.slipway.scaffolder.web.SentFiles.SentFile;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunAnswer;
import dev.slipway.scaffolding.dryrun.DryRunInput;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What templates would make: those that the platform has, and ones that are sent along as Backstage's editor does. */
@RestController
@Access(Permission.CREATE_SERVICE)
class DryRunApi {

    private static final String SENT = "template";

    private final Templates templates;
    private final ActionRegistry registry;
    private final RunInfos infos;
    private final CurrentActor actor;

    DryRunApi(Templates templates, ActionRegistry registry, RunInfos infos, CurrentActor actor) {
        this.templates = templates;
        this.registry = registry;
        this.infos = infos;
        this.actor = actor;
    }

    /** The answers. */
    record Answers(
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Map<String, String> secrets) {}

    /**
     * A template with its files.
     *
     * @param template the entity
     */
    record SentTemplate(
            @Nullable JsonNode template,
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Map<String, String> secrets,
            @Nullable List<SentFile> directoryContents) {}

    @PostMapping({"/api/v1/templates/{name}/dry-run", "/api/v1/templates/{namespace}/{name}/dry-run"})
    DryRunAnswer stored(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestBody Answers answers) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        return answer(
                template.definition(),
                template.tree(),
                answers.values(),
                answers.secrets(),
                template.commit().value());
    }

    @PostMapping("/api/scaffolder/v2/dry-run")
    DryRunAnswer sent(@RequestBody SentTemplate sent) {
        if (sent.template() == null || !sent.template().isObject()) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    Problem.at(SENT, "There is no template.").expecting("a Template entity as a JSON object"));
        }
        FileTree files = SentFiles.tree(Objects.requireNonNullElse(sent.directoryContents(), List.of()));
        return answer(definition(sent.template()), files, sent.values(), sent.secrets(), "");
    }

    /** JSON is YAML. */
    private static TemplateDefinition definition(JsonNode template) {
        try {
            return TemplateReader.read(SENT, template.toPrettyString());
        } catch (ScaffoldingException e) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    e.findings().stream().map(DryRunApi::problem).toList());
        }
    }

    private DryRunAnswer answer(
            TemplateDefinition template,
            FileTree files,
            @Nullable Map<String, @Nullable Object> given,
            @Nullable Map<String, String> secrets,
            String commit) {
        DryRunInput input = new DryRunInput(
                template, Objects.requireNonNullElse(given, Map.of()), Objects.requireNonNullElse(secrets, Map.of()));
        List<FieldProblem> problems = input.problems();
        if (!problems.isEmpty()) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    problems.stream()
                            .map(problem -> Problem.at(where(problem.field()), problem.message()))
                            .toList());
        }
        RunInfo run = infos.of(
                "dry-run", actor.get().account(), template.name(), commit, input.parameters(), input.secrets());
        return DryRunAnswer.of(DryRun.of(template, files, registry.actions(), run));
    }

    private static String where(String field) {
        return field.isEmpty() ? "values" : field.startsWith("secrets.") ? field : "values." + field;
    }

    private static Problem problem(Finding finding) {
        return Problem.at(finding.place().toString(), finding.message());
    }
}
