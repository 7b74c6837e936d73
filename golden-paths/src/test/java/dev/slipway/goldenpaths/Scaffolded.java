package dev.slipway.goldenpaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import dev.slipway.scaffolding.lint.Lint;
import dev.slipway.scaffolding.run.Journal;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.run.Workflow;
import dev.slipway.scaffolding.testing.TemplateTests;
import dev.slipway.scaffolding.testing.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a golden path makes of answers: its own steps, up to the one that publishes. */
final class Scaffolded {

    /** What a program without a server knows. */
    static final Actions ACTIONS =
            new Actions(Stream.<Action>concat(KnownActions.all().stream(), BuiltinActions.all().stream())
                    .toList());

    private Scaffolded() {}

    static TemplateDefinition template(String name) {
        return TemplateReader.read(
                "template.yaml", path(name).text("template.yaml").orElseThrow());
    }

    static List<Finding> lint(String name) {
        return new Lint(ACTIONS)
                .findings("template.yaml", path(name).text("template.yaml").orElseThrow(), path(name));
    }

    static List<TestResult> tests(String name) {
        return new TemplateTests(template(name), path(name), ACTIONS).run();
    }

    static MemoryTree path(String name) {
        return Optional.ofNullable(GoldenPaths.all().get(name)).orElseThrow();
    }

    static Map<String, FileContent> service(String template, boolean production) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "name",
                "pricing-api",
                "team",
                "group:default/red",
                "description",
                "Says: \"prices\"",
                "production",
                production));
        if (production) {
            answers.put("replicas", 3L);
        }
        Publisher publisher = new Publisher();
        List<Action> actions = new ArrayList<>(BuiltinActions.all());
        actions.add(publisher);
        RunState end = new Workflow(
                        beginning(template(template)),
                        path(template),
                        new Actions(actions),
                        new RunInfo("1", "user:default/ada", template, "", new HashMap<>(answers)),
                        new Forgetful())
                .advance();
        assertThat(end).isInstanceOf(RunState.Completed.class);
        return publisher.published;
    }

    /** Writes it all to a directory. */
    static void write(Map<String, FileContent> files, Path directory) throws IOException {
        for (Map.Entry<String, FileContent> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().bytes());
            boolean _ = path.toFile().setExecutable(file.getValue().mode() == FileMode.EXECUTABLE);
        }
    }

    private static TemplateDefinition beginning(TemplateDefinition all) {
        List<Step> steps = all.steps().stream()
                .takeWhile(step -> !step.action().startsWith("slipway:"))
                .toList();
        return all.withSteps(steps);
    }

    /** Keeps what would become a repository. */
    private static final class Publisher implements Action {
        private Map<String, FileContent> published = Map.of();

        @Override
        public String id() {
            return "publish:slipway";
        }

        @Override
        public String description() {
            return "Keeps the files";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Map.of("type", "object");
        }

        @Override
        public ActionResult run(ActionContext context) {
            published = context.workspace().tree().files();
            return ActionResult.done();
        }
    }

    /** Every run is a first one. */
    private static final class Forgetful implements Journal {

        @Override
        public Optional<Map<String, @org.jspecify.annotations.Nullable Object>> finished(Step step) {
            return Optional.empty();
        }

        @Override
        public boolean begun(Step step) {
            return false;
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void started(Step step) {}

        @Override
        public void log(Step step, String line) {}

        @Override
        public void waiting(Step step, String reason) {}

        @Override
        public void skipped(Step step) {}

        @Override
        public void finished(Step step, Map<String, @org.jspecify.annotations.Nullable Object> outputs) {}

        @Override
        public void failed(Step step, String message) {
            throw new AssertionError(step.id() + ": " + message);
        }
    }
}
