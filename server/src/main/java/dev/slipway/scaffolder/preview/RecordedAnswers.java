package dev.slipway.scaffolder.preview;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.Replays;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolder.run.RunInfos;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a repository's own template out dry, with the answers of its {@code .slipway/origin.yaml}. */
@Component
class RecordedAnswers implements Replays {

    private static final String FILE = ".slipway/origin.yaml";

    private final Templates templates;
    private final ActionRegistry registry;
    private final RunInfos infos;

    RecordedAnswers(Templates templates, ActionRegistry registry, RunInfos infos) {
        this.templates = templates;
        this.registry = registry;
        this.infos = infos;
    }

    /** What the file says. */
    private record Origin(String template, CommitId commit, Map<String, @Nullable Object> answers) {}

    @Override
    public Optional<Replay> of(FileTree repository, Map<String, ? extends @Nullable Object> others, Actor actor) {
        return repository.text(FILE).map(RecordedAnswers::read).map(origin -> replay(origin, others, actor));
    }

    private Replay replay(Origin origin, Map<String, ? extends @Nullable Object> others, Actor actor) {
        StoredTemplate template = templates.get(origin.template(), origin.commit());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(origin.answers());
        SortedMap<String, FileContent> before = files(template, answers, actor);
        answers.putAll(others);
        return new Replay(template.key(), template.commit(), before, files(template, answers, actor));
    }

    private SortedMap<String, FileContent> files(
            StoredTemplate template, Map<String, @Nullable Object> answers, Actor actor) {
        DryRunResult result = DryRun.of(
                template.definition(),
                template.tree(),
                registry.actions(),
                infos.of("replay", actor.account(), template, answers, Secrets.NONE));
        if (result.state() instanceof RunState.Failed failed) {
            throw new ScaffolderException(
                    ProblemCode.CONFLICT,
                    Problem.at(
                            FILE,
                            "The template " + template.key() + " of commit "
                                    + template.commit().brief() + " cannot be carried out any more: "
                                    + failed.message()));
        }
        return new TreeMap<>(result.files().files());
    }

    private static Origin read(String text) {
        try {
            YamlMap spec = YamlReader.core()
                    .document(FILE, text)
                    .flatMap(YamlValue::asMap)
                    .flatMap(root -> root.map("spec"))
                    .orElseThrow(() -> unreadable("it has no \"spec\""));
            return new Origin(
                    spec.text("template").orElseThrow(() -> unreadable("it names no template")),
                    new CommitId(spec.text("commit").orElseThrow(() -> unreadable("it names no commit"))),
                    spec.map("answers").map(YamlMap::plain).orElse(Map.of()));
        } catch (YamlException | IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ScaffolderException unreadable(String why) {
        return new ScaffolderException(
                ProblemCode.CONFLICT,
                Problem.at(FILE, "The record of the template that made this repository cannot be read: " + why + "."));
    }
}
