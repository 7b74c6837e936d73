package dev.slipway.scaffolder.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.TemplateFilter;
import dev.slipway.scaffolding.builtin.Schemas;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.template.contract.Arguments;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Actions and filters that an organisation adds as beans. */
class OwnActionsTest {

    private static final RunInfo RUN = new RunInfo("run", "user:default/ada", "t", "", Map.of("name", "orders"));

    @Test
    void beansAreActionsAndFiltersOfTemplates() {
        DryRunResult result = dryRun("""
                - {id: topic, action: 'acme:topic:create', input: {name: '${{ parameters.name | shout }}'}}
                - {id: fetch, action: fetch:template, input: {url: ., values: {topic: '${{ steps.topic.output.url }}'}}}
                """);

        assertThat(result.files().text("topic.txt")).contains("kafka:ORDERS!");
        assertThat(result.files().text("readme.txt")).contains("at KAFKA:ORDERS!!");
    }

    @Test
    void theirSchemasAreHeld() {
        assertThat(dryRun("- {id: topic, action: 'acme:topic:create', input: {nam: x}}")
                        .state())
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message()).contains("acme:topic:create", "\"name\""));
        assertThat(dryRun("- {id: topic, action: 'acme:topic:create', input: {name: wrong}}")
                        .state())
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message())
                                .contains("\"acme:topic:create\" answered something else than its schema says"));
    }

    @Test
    void aBeanReplacesAShippedAction() {
        try (AnnotationConfigApplicationContext server = server()) {
            assertThat(server.getBean(ActionRegistry.class)
                            .actions()
                            .find("debug:log")
                            .orElseThrow()
                            .description())
                    .isEqualTo("Our own log");
        }
    }

    private static DryRunResult dryRun(String steps) {
        TemplateDefinition template = TemplateReader.read(
                "template.yaml",
                "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n  steps:\n"
                        + steps.indent(4));
        MemoryTree tree = MemoryTree.ofTexts("readme.txt", "at ${{ values.topic | shout }}");
        try (AnnotationConfigApplicationContext server = server()) {
            return DryRun.of(
                    template, tree, server.getBean(ActionRegistry.class).actions(), RUN);
        }
    }

    private static AnnotationConfigApplicationContext server() {
        AnnotationConfigApplicationContext server = new AnnotationConfigApplicationContext();
        server.registerBean(Clock.class, Clock::systemUTC);
        server.register(ActionRegistry.class, CurrentLimits.class, CreateTopic.class, OwnLog.class, Shout.class);
        server.refresh();
        return server;
    }

    static final class CreateTopic implements Action {
        @Override
        public String id() {
            return "acme:topic:create";
        }

        @Override
        public String description() {
            return "Creates a topic";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Schemas.object("*name", "string");
        }

        @Override
        public Map<String, Object> outputSchema() {
            return Schemas.object("*url", "string");
        }

        @Override
        public ActionResult run(ActionContext context) {
            String url = "kafka:" + context.text("name").orElseThrow();
            context.workspace().write("topic.txt", FileContent.text(url));
            return new ActionResult.Done(url.endsWith("wrong") ? Map.of("url", 1) : Map.of("url", url));
        }
    }

    static final class OwnLog implements Action {
        @Override
        public String id() {
            return "debug:log";
        }

        @Override
        public String description() {
            return "Our own log";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Schemas.object("message", "");
        }

        @Override
        public ActionResult run(ActionContext context) {
            return ActionResult.done();
        }
    }

    static final class Shout implements TemplateFilter {
        @Override
        public String name() {
            return "shout";
        }

        @Override
        public String description() {
            return "In capitals, with an exclamation mark";
        }

        @Override
        public Object apply(@Nullable Object value, Arguments arguments) {
            return String.valueOf(value).toUpperCase(Locale.ROOT) + "!";
        }
    }
}
