package dev.slipway.scaffolder.preview;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolder.preview.Preview.Other;
import dev.slipway.scaffolder.preview.Preview.Proposal;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolder.run.RunInfos;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.Submission;
import dev.slipway.scaffolding.run.RunState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries templates out dry for the page that asks for the answers; nothing is written anywhere. */
@Component
public class TemplatePreviews {

    private final ActionRegistry registry;
    private final ProposalPreviews proposals;
    private final RunInfos infos;
    private final TemplateRuns runs;

    TemplatePreviews(ActionRegistry registry, ProposalPreviews proposals, RunInfos infos, TemplateRuns runs) {
        this.registry = registry;
        this.proposals = proposals;
        this.infos = infos;
        this.runs = runs;
    }

    /** @param state the answers so far */
    public Preview of(StoredTemplate template, FormState state, Actor actor) {
        FormState filled = Placeholders.fill(state);
        Objections objections = Objections.of(filled, runs.check(template, filled.answers(), actor));
        DryRunResult result = dryRun(template, filled.form(), filled.form().submission(filled.values()), actor);
        RunState.@Nullable RunOutput output =
                result.state() instanceof RunState.Completed completed ? completed.output() : null;
        return new Preview(
                objections.missing(),
                objections.wrong(),
                FileNodes.of(result.files().files()),
                result.files().files().size(),
                proposals(result),
                others(result),
                output == null ? List.of() : output.links(),
                output == null ? List.of() : output.texts(),
                failure(template, result.state()));
    }

    /** What a secret is must not be seen in the preview: its name stands for it. */
    private DryRunResult dryRun(StoredTemplate template, Form form, Submission submission, Actor actor) {
        Map<String, String> secrets = new TreeMap<>();
        submission.secrets().keySet().forEach(name -> secrets.put(name, "‹" + name + "›"));
        Map<String, @Nullable Object> parameters = new TreeMap<>(submission.parameters());
        form.withPasswords(parameters, secrets).forEach(parameters::putIfAbsent);
        RunInfo run = infos.of("preview", actor.account(), template, parameters, new Secrets(secrets));
        return DryRun.of(template.definition(), template.tree(), registry.actions(), run);
    }

    private List<Proposal> proposals(DryRunResult result) {
        return result.steps().stream()
                .filter(ProposalPreviews::isProposal)
                .map(proposals::of)
                .toList();
    }

    private List<Other> others(DryRunResult result) {
        return result.steps().stream()
                .filter(step -> !ProposalPreviews.isProposal(step))
                .filter(step -> registry.actions()
                        .find(step.action())
                        .filter(Action::reachesOutside)
                        .isPresent())
                .map(step -> new Other(step.action(), step.name()))
                .distinct()
                .toList();
    }

    private static String name(StoredTemplate template, String id) {
        return template.definition().steps().stream()
                .filter(each -> each.id().equals(id))
                .map(Step::name)
                .findFirst()
                .orElse(id);
    }

    private static Preview.@Nullable Failure failure(StoredTemplate template, RunState state) {
        return switch (state) {
            case RunState.Failed failed -> new Preview.Failure(name(template, failed.stepId()), failed.message());
            case RunState.Completed _ -> null;
            case RunState.Waiting waiting -> new Preview.Failure(name(template, waiting.stepId()), waiting.reason());
        };
    }
}
