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
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs that are killed, cancelled or too slow. */
class RecoveryTest {

    private static final RunInfo RUN = new RunInfo("run", "user:default/ada", "t", "", Map.of());

    private final Memory journal = new Memory();
    private final Outside outside = new Outside();

    private RunState advance(String steps) {
        TemplateDefinition template = TemplateReader.read(
                "template.yaml",
                "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                        + steps.indent(2));
        return new Workflow(template, MemoryTree.ofTexts(), new Actions(List.of(outside)), RUN, journal).advance();
    }

    @Test
    void repeatsNoRoundThatWasDone() {
        String steps = "steps: [{id: a, action: outside, each: [x, y, z], input: {value: '${{ each.value }}'}}]\n"
                + "output: {all: '${{ steps.a.output.value }}'}";
        outside.waitsFor = "z";

        assertThat(advance(steps)).isInstanceOf(RunState.Waiting.class);
        outside.waitsFor = "";
        RunState state = advance(steps);

        assertThat(outside.made).containsExactly("run/a/0=x", "run/a/1=y", "run/a/2=z");
        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Completed.class,
                        completed ->
                                assertThat(completed.output().values()).containsEntry("all", List.of("x", "y", "z")));
    }

    @Test
    void roundsKeepTheirNumbersWhenOthersAreLeftOut() {
        String steps = """
                steps:
                  - {id: a, action: outside, each: [w, x, y, z], if: "${{ each.value !== 'x' }}", input: {value: '${{ each.value }}'}}
                  - {id: b, action: outside, input: {value: fail}}
                output: {all: '${{ steps.a.output.value }}'}""";
        outside.waitsFor = "z";

        assertThat(advance(steps)).isInstanceOf(RunState.Waiting.class);
        outside.waitsFor = "";
        assertThat(advance(steps)).isEqualTo(new RunState.Failed("b", "it was told to"));

        assertThat(outside.made).containsExactly("run/a/0=w", "run/a/2=y", "run/a/3=z");
        assertThat(outside.undone).containsExactly("run/b=fail", "run/a/3=z", "run/a/2=y", "run/a/0=w");
        assertThat(journal.log).containsExactly("a: Left out the round \"1\": its condition is false");
    }

    @Test
    void whatFailedStaysFailedWhenCleaningUpIsInterrupted() {
        String steps = """
                steps:
                  - {id: a, action: outside, input: {value: a}}
                  - {id: b, action: outside, input: {value: fail}}
                  - {id: tidy, action: outside, if: '${{ failure() }}', input: {value: tidy}}
                """;
        outside.waitsFor = "tidy";

        assertThat(advance(steps)).isInstanceOf(RunState.Waiting.class);
        outside.failing = false;
        outside.waitsFor = "";

        assertThat(advance(steps)).isEqualTo(new RunState.Failed("b", "it was told to"));
        assertThat(outside.made).containsExactly("run/a=a", "run/tidy=tidy");
        assertThat(outside.undone).contains("run/a=a", "run/b=fail");
    }

    @Test
    void cleansUpAfterCancelling() {
        String steps = """
                steps:
                  - {id: a, action: outside, input: {value: a}}
                  - {id: b, action: outside, input: {value: b}}
                  - {id: never, action: outside, input: {value: never}}
                  - {id: tidy, action: outside, if: '${{ always() }}', input: {value: tidy}}
                """;
        outside.waitsFor = "b";
        advance(steps);
        journal.cancelled = true;

        assertThat(advance(steps)).isEqualTo(new RunState.Failed("b", "The run was cancelled."));
        assertThat(outside.made).containsExactly("run/a=a", "run/tidy=tidy");
    }

    @Test
    void cancelsBeforeAStepThatAlwaysRuns() {
        journal.cancelled = true;

        RunState state = advance("steps: [{id: tidy, action: outside, if: '${{ always() }}', input: {value: tidy}}]");

        assertThat(state).isEqualTo(new RunState.Failed("tidy", "The run was cancelled."));
        assertThat(outside.made).containsExactly("run/tidy=tidy");
    }

    @Test
    void waitsNoLongerThanItMay() {
        outside.waitsFor = "a";
        journal.overdue = "It took too long.";

        assertThat(advance("steps: [{id: a, action: outside, input: {value: a}}]"))
                .isEqualTo(new RunState.Failed("a", "It took too long. It was waiting: not yet"));
    }

    @Test
    void makesAnewWhatWasTakenBack() {
        String steps =
                "steps: [{id: a, action: outside, input: {value: a}}, {id: b, action: outside, input: {value: fail}}]";
        advance(steps);
        journal.retry();
        outside.failing = false;

        assertThat(advance(steps)).isInstanceOf(RunState.Completed.class);
        assertThat(outside.made).containsExactly("run/a=a", "run/a~1=a", "run/b~1=fail");
    }

    @Test
    void saysWhatCouldNotBeTakenBack() {
        outside.stuck = true;

        RunState state = advance(
                "steps: [{id: a, action: outside, input: {value: a}}, {id: b, action: outside, input: {value: fail}}]");

        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message())
                                .startsWith("it was told to\n")
                                .contains("What the step \"a\" made could not be taken back: it stays"));
    }

    /** Makes things that remain. */
    private static final class Outside implements Action {
        private final List<String> made = new ArrayList<>();
        private final List<String> undone = new ArrayList<>();
        private String waitsFor = "";
        private boolean failing = true;
        private boolean stuck;

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
            return Schemas.object("*value", "string");
        }

        @Override
        public boolean reachesOutside() {
            return true;
        }

        @Override
        public ActionResult run(ActionContext context) {
            Object value = context.input().get("value");
            if (waitsFor.equals(value)) {
                return new ActionResult.Waiting("not yet");
            }
            if (failing && "fail".equals(value)) {
                throw new ActionException("it was told to");
            }
            made.add(context.key() + "=" + value);
            return new ActionResult.Done(context.input());
        }

        @Override
        public void undo(ActionContext context) {
            if (stuck) {
                throw new ActionException("it stays");
            }
            undone.add(context.key() + "=" + context.input().get("value"));
        }
    }

    private static final class Memory implements Journal {
        private final Map<String, Map<String, Object>> finished = new HashMap<>();
        private final Map<String, String> failures = new HashMap<>();
        private final List<String> log = new ArrayList<>();
        private final Set<String> begun = new HashSet<>();
        private final Map<String, Integer> takenBack = new HashMap<>();
        private final Set<String> undone = new HashSet<>();
        private boolean cancelled;
        private String overdue;

        void retry() {
            failures.clear();
            undone.forEach(step -> {
                finished.remove(step);
                takenBack.merge(step, 1, Integer::sum);
            });
        }

        @Override
        public Optional<Map<String, Object>> finished(Step step) {
            return Optional.ofNullable(finished.get(step.id()));
        }

        @Override
        public Optional<Map<String, Object>> finished(Step step, int round) {
            return Optional.ofNullable(finished.get(step.id() + "/" + round));
        }

        @Override
        public void finished(Step step, int round, Map<String, Object> outputs) {
            finished.put(step.id() + "/" + round, outputs);
        }

        @Override
        public boolean begun(Step step) {
            return begun.contains(step.id());
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public Optional<String> failure(Step step) {
            return Optional.ofNullable(failures.get(step.id()));
        }

        @Override
        public Optional<String> overdue(Step step) {
            return Optional.ofNullable(overdue);
        }

        @Override
        public int takenBack(Step step) {
            return takenBack.getOrDefault(step.id(), 0);
        }

        @Override
        public void undone(Step step) {
            undone.add(step.id());
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
        public void skipped(Step step) {}

        @Override
        public void finished(Step step, Map<String, Object> outputs) {
            finished.put(step.id(), outputs);
        }

        @Override
        public void failed(Step step, String message) {
            failures.put(step.id(), message);
        }
    }
}
