package dev.slipway.scaffolding.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.builtin.Schemas;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private final List<String> log = new ArrayList<>();
    private final Map<String, Map<String, Object>> finished = new LinkedHashMap<>();
    private final Set<String> begun = new TreeSet<>();
    private final Outside outside = new Outside();

    private static final RunInfo RUN =
            new RunInfo("run-1", "user:default/ada", "t", "", Map.of("name", "pricing", "count", 2L, "on", false));

    private RunState run(String steps, String... files) {
        return new Workflow(template(steps), MemoryTree.ofTexts(files), actions(), RUN, new Memory()).advance();
    }

    private TemplateDefinition template(String steps) {
        return TemplateReader.read(
                "template.yaml",
                "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                        + steps.indent(2));
    }

    private Actions actions() {
        List<Action> actions = new ArrayList<>(BuiltinActions.all());
        actions.add(outside);
        return new Actions(actions);
    }

    @Test
    void keepsTypesAndHandsOutputsOn() {
        RunState state = run("""
                steps:
                  - {id: a, action: outside, input: {value: '${{ parameters.count + 1 }}', text: 'n=${{ parameters.count }}', gone: '${{ parameters.no }}'}}
                  - {id: b, action: debug:log, input: {message: '${{ steps.a.output.value + 1 }} ${{ steps["a"].output.text }}'}}
                output:
                  links: [{title: T, url: '/x/${{ parameters.name }}'}, {title: no, if: '${{ parameters.on }}', url: /}]
                """);

        assertThat(outside.inputs).containsExactly(Map.of("value", 3L, "text", "n=2"));
        assertThat(log).contains("b: 4 n=2");
        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Completed.class,
                        completed -> assertThat(completed.output().links())
                                .containsExactly(new RunState.Link("T", "/x/pricing", "")));
    }

    @Test
    void skipsAndRepeats() {
        run("""
                steps:
                  - {id: a, action: debug:log, if: '${{ parameters.on }}', input: {message: never}}
                  - {id: b, action: outside, each: [x, y], input: {value: '${{ each.value }}${{ each.key }}'}}
                  - {id: c, action: debug:log, input: {message: '${{ steps.b.output.value | join(",") }} ${{ steps.a is defined }}'}}
                """);

        assertThat(log).contains("a skipped", "c: x0,y1 false").doesNotContain("a: never");
    }

    @Test
    void takesBackWhatWasMadeWhenALaterStepFails() {
        RunState state = run("""
                steps:
                  - {id: a, action: outside, input: {value: made}}
                  - {id: b, action: outside, input: {value: fail}}
                  - {id: c, action: debug:log, input: {message: not reached}}
                  - {id: d, action: debug:log, if: '${{ failure() }}', input: {message: cleaning up}}
                """);

        assertThat(state).isEqualTo(new RunState.Failed("b", "it was told to"));
        assertThat(outside.undone).containsExactly("fail", "made");
        assertThat(log).contains("d: cleaning up").doesNotContain("c: not reached");
    }

    @Test
    void goesOnAfterACrashWithoutRepeatingWhatReachesOutside() {
        String steps = """
                steps:
                  - {id: a, action: fetch:template, input: {url: ./s, values: {x: 1}}}
                  - {id: b, action: outside, input: {value: once}}
                  - {id: c, action: outside, input: {value: wait}}
                  - {id: d, action: debug:log, input: {listWorkspace: true}}
                """;

        assertThat(run(steps, "s/f", "${{ values.x }}")).isEqualTo(new RunState.Waiting("c", "not yet"));
        outside.arrived = true;
        assertThat(run(steps, "s/f", "${{ values.x }}")).isInstanceOf(RunState.Completed.class);

        assertThat(outside.inputs).containsExactly(Map.of("value", "once"), Map.of("value", "wait"));
        assertThat(log).contains("d: f");
    }

    @Test
    void namesFileLineExpressionAndCauseWhenRenderingFails() {
        RunState state = run(
                "steps:\n  - {id: a, action: debug:log,\n     input: {message: 'x ${{ parameters.name | uper }}'}}\n");

        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message())
                                .startsWith("template.yaml:8:")
                                .contains(
                                        "The filter \"uper\" is not known. Did you mean \"upper\"",
                                        "${{ parameters.name | uper }}"));
    }

    @Test
    void saysEveryProblemOfASkeletonAtOnce() {
        RunState state = run(
                "steps: [{id: a, action: fetch:template, input: {url: ./s, values: {}}}]",
                "s/one.txt",
                "${{ values.x | nope }}",
                "s/two.txt",
                "\n${{ 1 + }}");

        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message()).contains("s/one.txt:1:16:", "s/two.txt:2:9:"));
    }

    @Test
    void rendersPathsAndSkipsThoseThatRenderToNothing() {
        run("""
                steps:
                  - {id: a, action: fetch:template, input: {url: ./s, targetPath: out, values: {name: p, no: false}, copyWithoutTemplating: ['raw/**']}}
                  - {id: b, action: debug:log, input: {listWorkspace: true}}
                """, "s/${{ values.name }}.txt", "x", "s/${{ 'a' if values.no }}/f", "x", "s/raw/f", "${{ kept }}");

        assertThat(log)
                .contains("b: out/p.txt", "b: out/raw/f")
                .noneMatch(line -> line.endsWith("/f") && !line.contains("raw"));
    }

    @Test
    void letsNothingOutOfTheWorkspace() {
        assertThat(run("steps: [{id: a, action: fetch:plain, input: {url: ./s, targetPath: ../../etc}}]", "s/f", "x"))
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message()).contains("leads out of the workspace"));
        assertThat(run("steps: [{id: a, action: fetch:plain, input: {url: ../../../etc}}]", "s/f", "x"))
                .isInstanceOf(RunState.Failed.class);
    }

    @Test
    void checksInputsBeforeAnythingIsMade() {
        TemplateDefinition template = template(
                "steps: [{id: a, action: outside, input: {value: '${{ parameters.name }}'}}, {id: b, action: debug:lgo}]");

        List<FieldProblem> problems = new Preflight(actions(), RUN).problems(template);

        assertThat(problems).contains(new FieldProblem("name", "not pricing"));
        assertThat(problems).anyMatch(problem -> problem.message().contains("\"debug:lgo\" is not known"));
    }

    /** An action with results that would remain. */
    private static final class Outside implements Action {
        private final List<Map<String, Object>> inputs = new ArrayList<>();
        private final List<Object> undone = new ArrayList<>();
        private boolean arrived;

        @Override
        public String id() {
            return "outside";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Schemas.object("*value", "");
        }

        @Override
        public boolean reachesOutside() {
            return true;
        }

        @Override
        public List<InputProblem> check(RunInfo run, Map<String, Object> input) {
            return "pricing".equals(input.get("value")) ? List.of(new InputProblem("value", "not pricing")) : List.of();
        }

        @Override
        public ActionResult run(ActionContext context) {
            Object value = context.input().get("value");
            if ("fail".equals(value)) {
                throw new ActionException("it was told to");
            }
            if ("wait".equals(value) && !arrived) {
                return new ActionResult.Waiting("not yet");
            }
            inputs.add(context.input());
            return new ActionResult.Done(context.input());
        }

        @Override
        public void undo(ActionContext context) {
            undone.add(context.input().get("value"));
        }
    }

    private final class Memory implements Journal {
        @Override
        public Optional<Map<String, Object>> finished(Step step) {
            return Optional.ofNullable(finished.get(step.id()));
        }

        @Override
        public boolean begun(Step step) {
            return begun.contains(step.id());
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void started(Step step) {
            begun.add(step.id());
        }

        @Override
        public void log(Step step, String line) {
            log.add(step.id() + ": " + line);
        }

        @Override
        public void waiting(Step step, String reason) {}

        @Override
        public void skipped(Step step) {
            log.add(step.id() + " skipped");
        }

        @Override
        public void finished(Step step, Map<String, Object> outputs) {
            finished.put(step.id(), outputs);
        }

        @Override
        public void failed(Step step, String message) {
            log.add(step.id() + " failed: " + message);
        }
    }
}
