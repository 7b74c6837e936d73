package dev.slipway.scaffolder.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolder.endpoint.AnsweringServer;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.mapping.ActionMapping;
import dev.slipway.support.FixedPlatform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MappedActionsTest {

    private static final RunInfo RUN = new RunInfo("run", "user:default/ada", "t", "", Map.of());

    private final AnsweringServer server = new AnsweringServer();
    private final Workspace workspace = new Workspace();
    private final List<String> log = new ArrayList<>();

    MappedActionsTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private Action action(ActionMapping mapping) {
        TemplateRules rules =
                new TemplateRules(List.of(server.endpoint(true, true)), List.of(mapping), TemplateRules.Limits.NONE);
        return new MappedActions(new FixedPlatform(), AnsweringServer.endpoints())
                .of(rules, new Actions(BuiltinActions.all()))
                .getFirst();
    }

    private ActionContext context(Map<String, @Nullable Object> input) {
        return new ActionContext(RUN, "step", input, workspace, MemoryTree.of(Map.of()), log::add);
    }

    @Test
    void anAliasRenamesInputsAndFixesOthers() {
        Action alias = action(new ActionMapping.Alias(
                "acme:file", "roadiehq:utils:fs:write", Map.of("name", "path"), Map.of("content", "fixed")));

        ActionResult result = alias.run(context(Map.of("name", "a.txt", "content", "given")));

        assertThat(result).isEqualTo(new ActionResult.Done(Map.of("path", "a.txt")));
        assertThat(workspace.text("a.txt")).contains("fixed");
        assertThatThrownBy(() -> alias.run(context(Map.of())))
                .hasMessageContaining(
                        "\"acme:file\" is mapped to \"roadiehq:utils:fs:write\", whose input would be wrong")
                .hasMessageContaining("path");
    }

    @Test
    void anAliasSaysBeforeTheRunWhatTheOtherActionRefuses() {
        Action alias = action(
                new ActionMapping.Alias("acme:file", "roadiehq:utils:fs:write", Map.of("name", "path"), Map.of()));

        assertThat(alias.check(RUN, Map.of("name", List.of("a.txt"))))
                .containsExactly(new InputProblem("name", "Must be a string."));
    }

    @Test
    void anAliasOfNothingSaysSoBeforeTheRun() {
        Action alias = action(new ActionMapping.Alias("acme:log", "debug:lgo", Map.of(), Map.of()));

        assertThat(alias.check(RUN, Map.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("maps \"acme:log\" to \"debug:lgo\"", "Did you mean \"debug:log\""));
    }

    @Test
    void aSkippedOneSaysWhyAndAnswersItsExamples() {
        Action skipped = action(new ActionMapping.Skip("acme:jira", "There is no Jira", Map.of("key", "X-1")));

        assertThat(skipped.run(context(Map.of()))).isEqualTo(new ActionResult.Done(Map.of("key", "X-1")));
        assertThat(log).containsExactly("Left out: There is no Jira");
    }

    @Test
    void aCallSendsTheInputAndAnswersTheOutputs() {
        Action call = action(new ActionMapping.Call("acme:ticket", "tickets", "/new", "POST"));
        server.answers(201, "{\"id\": 7, \"by\": \"s3cr3t-value\"}", Map.of());

        assertThat(call.run(context(Map.of("title", "T"))))
                .isEqualTo(new ActionResult.Done(Map.of("id", 7, "by", "***")));
        assertThat(server.asked.getFirst().body()).isEqualTo("{\"title\":\"T\"}");
        assertThat(log).noneMatch(line -> line.contains("s3cr3t"));
    }

    @Test
    void aCallWaitsForAnEndpointThatIsAwayAndFailsWhenItIsRefused() {
        Action call = action(new ActionMapping.Call("acme:ticket", "tickets", "", "POST"));

        server.answers(503, "busy", Map.of());
        assertThat(call.run(context(Map.of())))
                .isEqualTo(new ActionResult.Waiting("The endpoint \"tickets\" answered 503: busy; it is tried again"));

        server.answers(403, "not you, s3cr3t-value", Map.of());
        assertThatThrownBy(() -> call.run(context(Map.of())))
                .isInstanceOf(ActionException.class)
                .hasMessage("The endpoint \"tickets\" answered 403: not you, ***");

        server.answers(200, "[1]", Map.of());
        assertThatThrownBy(() -> call.run(context(Map.of()))).hasMessageContaining("Expected a JSON object");
    }

    @Test
    void aDryRunCallsNothing() {
        Action call = action(new ActionMapping.Call("acme:ticket", "tickets", "", "POST"));

        assertThat(call.dryRun(context(Map.of()))).isInstanceOf(ActionResult.Done.class);
        assertThat(server.asked).isEmpty();
    }
}
