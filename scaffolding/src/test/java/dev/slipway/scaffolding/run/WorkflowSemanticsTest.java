package dev.slipway.scaffolding.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.builtin.Schemas;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState.Completed;
import dev.slipway.scaffolding.run.RunState.Failed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Backstage's documentation says of steps, sentence by sentence. */
class WorkflowSemanticsTest {

    private static final RunInfo RUN = new RunInfo(
                    "run-1",
                    "user:default/ada",
                    "t",
                    "",
                    Map.of("name", "pricing", "count", 2L, "on", true, "none", List.of(), "list", List.of("x", "y")))
            .withUserEntity(
                    Map.of("metadata", Map.of("name", "ada"), "spec", Map.of("profile", Map.of("email", "a@x"))))
            .withSecrets(new Secrets(Map.of("token", "s3cr3t-value")));

    private final List<Map<String, Object>> kept = new ArrayList<>();

    private DryRunResult run(String spec) {
        return DryRun.of(
                TemplateReader.read(
                        "template.yaml",
                        "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                                + spec.indent(2)),
                MemoryTree.ofTexts(),
                new Actions(List.of(new Keep())),
                RUN);
    }

    private Map<String, Object> input(String input) {
        assertThat(run("steps: [{id: a, action: keep, input: " + input + "}]").state())
                .isInstanceOf(Completed.class);
        return kept.getLast();
    }

    private static String failure(DryRunResult result) {
        return result.state() instanceof Failed failed ? failed.message() : "did not fail";
    }

    @Test
    void aTextThatIsExactlyOneExpressionKeepsItsType() {
        assertThat(input("""
                {number: '${{ parameters.count }}', list: '${{ parameters.list }}', flag: '${{ parameters.on }}',
                 map: "${{ {a: parameters.count} }}"}"""))
                .isEqualTo(Map.of("number", 2L, "list", List.of("x", "y"), "flag", true, "map", Map.of("a", 2L)));
    }

    @Test
    void anyTextAroundItEvenABlankMakesAText() {
        assertThat(
                        input(
                                "{after: '${{ parameters.count }} ', before: ' ${{ parameters.on }}', two: '${{ 1 }}${{ 2 }}'}"))
                .isEqualTo(Map.of("after", "2 ", "before", " true", "two", "12"));
    }

    @Test
    void aValueThatRendersToNothingIsDroppedFromItsMap() {
        assertThat(
                        input(
                                "{a: '${{ parameters.missing }}', b: \"${{ '' }}\", c: '', d: {e: '${{ parameters.no.such }}', f: 1}, g: ~}"))
                .containsOnlyKeys("d", "g")
                .containsEntry("d", Map.of("f", 1L));
    }

    @Test
    void aListKeepsItsLength() {
        assertThat(input("{a: [1, '${{ parameters.missing }}']}")).containsEntry("a", Arrays.asList(1L, null));
    }

    @Test
    void stepsAreReachedByNameAndByKey() {
        run("""
                steps:
                  - {id: first-step, action: keep, input: {value: '${{ parameters.count }}'}}
                  - {id: b, action: keep, input: {dot: "${{ steps['first-step'].output.value }}", key: '${{ steps["first-step"]["output"]["value"] }}'}}
                """);

        assertThat(kept.getLast()).isEqualTo(Map.of("dot", 2L, "key", 2L));
    }

    @Test
    void knowsTheUserAndTheTask() {
        assertThat(
                        input(
                                "{ref: '${{ user.ref }}', mail: '${{ user.entity.spec.profile.email }}', id: '${{ context.task.id }}'}"))
                .isEqualTo(Map.of("ref", "user:default/ada", "mail", "a@x", "id", "run-1"));
    }

    @Test
    void repeatsOverListsAndMapsAndMakesListsOfOutputs() {
        run("""
                steps:
                  - {id: list, action: keep, each: '${{ parameters.list }}', input: {value: '${{ each.key }}${{ each.value }}'}}
                  - {id: map, action: keep, each: {k: 1, l: 2}, input: {value: '${{ each.key }}${{ each.value }}'}}
                  - {id: all, action: keep, input: {value: '${{ steps.list.output.value.concat(steps.map.output.value) }}'}}
                """);

        assertThat(kept.getLast()).containsEntry("value", List.of("0x", "1y", "k1", "l2"));
    }

    @Test
    void checksEveryRoundBeforeTheFirst() {
        DryRunResult result =
                run("steps: [{id: a, action: keep, each: [1, {x: 2}], input: {text: '${{ each.value }}'}}]");

        assertThat(failure(result)).contains("\"text\"");
        assertThat(kept).isEmpty();
    }

    @Test
    void rendersEveryRoundBeforeTheFirst() {
        DryRunResult result = run(
                "steps: [{id: a, action: keep, each: [1, 2], input: {value: \"${{ each.value | fail if each.value == 2 }}\"}}]");

        assertThat(failure(result)).contains("\"fail\" is not known");
        assertThat(kept).isEmpty();
    }

    @Test
    void aSkippedStepIsUndefined() {
        run("""
                steps:
                  - {id: a, action: keep, if: '${{ parameters.none }}'}
                  - {id: b, action: keep, input: {value: '${{ steps.a is defined }}', list: '${{ parameters.none }}'}}
                """);

        assertThat(kept).containsExactly(Map.of("value", false, "list", List.of()));
    }

    @Test
    void aConditionThatAsksForEachLeavesOutOnlyItsRound() {
        DryRunResult result = run("""
                steps:
                  - {id: a, action: keep, each: [x, y, z], if: "${{ each.value !== 'y' }}", input: {value: '${{ each.key }}${{ each.value }}'}}
                  - {id: b, action: keep, each: {k: true, l: false}, if: '${{ each.value and parameters.on }}', input: {value: '${{ each.key }}'}}
                  - {id: c, action: keep, input: {value: '${{ steps.a.output.value | join }} ${{ steps.b.output.value | join }}'}}
                """);

        assertThat(kept).extracting(input -> input.get("value")).containsExactly("0x", "2z", "k", "0x2z k");
        assertThat(result.log())
                .filteredOn(line -> line.message().startsWith("Left out"))
                .extracting(LogLine::message)
                .containsExactly(
                        "Left out the round \"1\": its condition is false",
                        "Left out the round \"l\": its condition is false");
    }

    @Test
    void aStepWhoseRoundsAreAllLeftOutIsSkippedAndHasNoOutputs() {
        DryRunResult result = run("""
                steps:
                  - {id: a, action: keep, each: [x, y], if: "${{ each.value === 'z' }}", input: {value: 1}}
                  - {id: b, action: keep, each: [], if: '${{ each.value }}', input: {value: 2}}
                  - {id: c, action: keep, input: {value: '${{ steps.a.output is defined }} ${{ steps.a.output.value is defined }}'}}
                """);

        assertThat(kept).containsExactly(Map.of("value", "true false"));
        assertThat(result.log())
                .filteredOn(line -> line.status() == DryRun.Status.SKIPPED)
                .extracting(LogLine::stepId)
                .containsExactly("a");
    }

    @Test
    void aConditionWithoutEachIsAskedOnceAndBeforeTheEach() {
        run("""
                steps:
                  - {id: a, action: keep, each: '${{ parameters.missing }}', if: '${{ parameters.missing }}', input: {value: 1}}
                  - {id: b, action: keep, each: [x], if: '${{ parameters.on }}', input: {value: '${{ each.value }}'}}
                """);

        assertThat(kept).containsExactly(Map.of("value", "x"));
    }

    @Test
    void comparesNothingOfRoundsThatAreLeftOut() {
        assertThat(run("""
                steps:
                  - {id: a, action: keep, each: [1, x], if: "${{ each.value === 'x' }}", input: {text: '${{ each.value }}'}}
                """).state()).isInstanceOf(Completed.class);
        assertThat(kept).containsExactly(Map.of("text", "x"));
    }

    @Test
    void aConditionOfARoundThatCannotBeReadFailsTheStep() {
        assertThat(failure(run("steps:\n  - {id: a, action: keep, each: [x],\n     if: '${{ each.value | nope }}'}")))
                .startsWith("template.yaml:8:")
                .contains("The filter \"nope\" is not known");
        assertThat(failure(run("steps:\n  - {id: a, action: keep, each: [x],\n     if: '${{ each.value | }}'}")))
                .startsWith("template.yaml:8:");
        assertThat(kept).isEmpty();
    }

    @Test
    void cleansUpAfterAFailureAndKeepsTheFirstError() {
        DryRunResult result = run("""
                steps:
                  - {id: early, action: keep, if: '${{ failure() }}', input: {value: early}}
                  - {id: a, action: keep, input: {fail: first}}
                  - {id: b, action: keep, input: {value: left out}}
                  - {id: c, action: keep, if: '${{ failure() }}', input: {fail: second}}
                  - {id: d, action: keep, if: '${{ always() and parameters.on }}', input: {value: d}}
                """);

        assertThat(result.state()).isEqualTo(new Failed("a", "first"));
        assertThat(kept).containsExactly(Map.of("fail", "first"), Map.of("fail", "second"), Map.of("value", "d"));
    }

    @Test
    void handsSecretsToInputsAndHidesThemEverywhereElse() {
        DryRunResult result = run("""
                steps:
                  - {id: a, action: keep, each: ['${{ secrets.token }}'], input: {value: '${{ each.value }} ${{ secrets.token }}', log: 'with ${{ secrets.token }}'}}
                  - {id: b, action: keep, input: {value: '${{ steps.a.output.value[0] }}'}}
                output:
                  links: [{title: T, url: '/x?t=${{ steps.b.output.value }}'}]
                  text: [{title: T, content: '${{ steps.b.output.value }}', icon: key}]
                  plain: ${{ steps.b.output.value }}
                """);

        assertThat(kept.getFirst()).containsEntry("value", "s3cr3t-value s3cr3t-value");
        assertThat(result.toString()).doesNotContain("s3cr3t");
        assertThat(result.log()).extracting(LogLine::message).contains("with ***");
        assertThat(result.state())
                .isEqualTo(new Completed(new RunState.RunOutput(
                        List.of(new RunState.Link("T", "/x?t=*** ***", "")),
                        List.of(new RunState.Text("T", "*** ***", "key")),
                        Map.of("plain", "*** ***"))));
    }

    @Test
    void hidesSecretsInFailures() {
        DryRunResult result = run("steps: [{id: a, action: keep, input: {fail: 'not ${{ secrets.token }}'}}]");

        assertThat(result.state()).isEqualTo(new Failed("a", "not ***"));
        assertThat(result.log().toString()).contains("not ***").doesNotContain("s3cr3t");
    }

    @Test
    void everythingOfAJournalPassesTheMask() {
        assertThat(MaskingJournal.class.getDeclaredMethods())
                .filteredOn(method -> method.toString().contains(".MaskingJournal."))
                .extracting(Method::toString)
                .map(text -> text.replace("MaskingJournal", "Journal"))
                .map(text -> text.substring(text.indexOf(".Journal.")))
                .containsAll(Stream.of(Journal.class.getMethods())
                        .map(Method::toString)
                        .map(text -> text.substring(text.indexOf(".Journal.")))
                        .toList());
    }

    @Test
    void refusesSecretsInConditionsAndOutputs() {
        String sentence = "\"secrets\" can be used in the \"input\" and the \"each\" of a step, and nowhere else.";

        assertThat(failure(run("steps:\n  - {id: a, action: keep,\n     if: '${{ secrets.token }}'}")))
                .isEqualTo("template.yaml:8:17: " + sentence);
        assertThat(failure(run("steps: [{id: a, action: keep}]\noutput: {x: \"${{ secrets['token'] }}\"}")))
                .contains(sentence);
    }

    @Test
    void leavesOutWhatIsNotShownAndLinksEntities() {
        DryRunResult result = run("""
                steps: [{id: a, action: keep}]
                output:
                  links:
                    - {title: Entity, entityRef: 'Component:red/pricing', icon: catalog}
                    - {title: Short, entityRef: pricing}
                    - {title: Hidden, if: '${{ parameters.none }}', url: /no}
                  text:
                    - {title: Shown, if: '${{ parameters.on }}', content: '# ${{ parameters.name }}'}
                    - {title: Hidden, if: false, content: no}
                  other: ${{ parameters.name }}
                """);

        assertThat(result.state())
                .isEqualTo(new Completed(new RunState.RunOutput(
                        List.of(
                                new RunState.Link("Entity", "/catalog/red/component/pricing", "catalog"),
                                new RunState.Link("Short", "/catalog/default/component/pricing", "")),
                        List.of(new RunState.Text("Shown", "# pricing")),
                        Map.of("other", "pricing"))));
    }

    /** Keeps its input, and answers it. */
    private final class Keep implements Action {
        @Override
        public String id() {
            return "keep";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Schemas.object("value", "", "text", "string");
        }

        @Override
        public ActionResult run(ActionContext context) {
            kept.add(context.input());
            context.text("log").ifPresent(context::log);
            if (context.input().get("fail") != null) {
                throw new ActionException(String.valueOf(context.input().get("fail")));
            }
            return new ActionResult.Done(context.input());
        }
    }
}
