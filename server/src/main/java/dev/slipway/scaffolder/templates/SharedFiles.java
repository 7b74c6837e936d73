package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.goldenpaths.GoldenPaths;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.SharedManifests;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders {@code shared/} as the step of a golden path does. */
@Component
class SharedFiles implements SharedManifests {

    private static final String SHARED = "shared";
    private static final String RENDERING = "fetch:template";

    private final PlatformTemplates templates;

    SharedFiles(PlatformTemplates templates) {
        this.templates = templates;
    }

    /** Where shared files come from. */
    private record Source(String name, FileTree tree) {}

    @Override
    public SortedMap<String, FileContent> render(List<String> names, Map<String, @Nullable Object> values) {
        Source source = source(names);
        Workspace workspace = new Workspace();
        RunInfo run = new RunInfo("shared", "", source.name(), "", Map.of());
        try {
            rendering()
                    .run(new ActionContext(
                            run,
                            SHARED,
                            Map.of("url", "./" + SHARED, "values", values),
                            workspace,
                            source.tree(),
                            _ -> {}));
        } catch (ActionException e) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    List.of(Problem.at("templates/" + source.name() + "/" + SHARED, String.valueOf(e.getMessage()))
                            .next("Correct it in the platform repository.")));
        }
        return new TreeMap<>(workspace.tree().files());
    }

    private Source source(List<String> names) {
        List<String> usable = templates.all().stream()
                .filter(TemplateSummary::usable)
                .map(TemplateSummary::name)
                .toList();
        return names.stream()
                .filter(usable::contains)
                .map(name -> new Source(name, templates.get(name).tree()))
                .filter(source -> source.tree().isFile(SHARED + "/deploy/base/kustomization.yaml"))
                .findFirst()
                .orElseGet(SharedFiles::shipped);
    }

    private static Source shipped() {
        var first = GoldenPaths.all().firstEntry();
        return new Source(first.getKey(), first.getValue());
    }

    private static Action rendering() {
        return BuiltinActions.all().stream()
                .filter(action -> action.id().equals(RENDERING))
                .findFirst()
                .orElseThrow();
    }
}
