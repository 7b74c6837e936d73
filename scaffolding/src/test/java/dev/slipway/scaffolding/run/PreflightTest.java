package dev.slipway.scaffolding.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said before the first step of a run. */
class PreflightTest {

    private static final RunInfo RUN = new RunInfo(
            "run",
            "user:default/ada",
            "t",
            "",
            Map.of(
                    "host",
                    "github",
                    "name",
                    "taken",
                    "names",
                    List.of("free", "taken"),
                    "none",
                    List.of(),
                    "long",
                    "too long",
                    "mixed",
                    List.of("a", 2)));

    private static List<FieldProblem> problems(String steps) {
        List<Action> actions = new ArrayList<>(BuiltinActions.all());
        actions.addAll(KnownActions.all());
        actions.add(new Reserve());
        actions.add(new Strict());
        return new Preflight(new Actions(actions), RUN)
                .problems(TemplateReader.read(
                        "template.yaml",
                        "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                                + "  steps:\n" + steps.indent(4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "'${{ false }}'",
                "\"${{ parameters.host === 'gitlab' }}\"",
                "'${{ parameters.nobodyAsked }}'",
                "\"${{ user.ref === 'user:default/bob' }}\"",
                "\"${{ always() and parameters.host === 'gitlab' }}\""
            })
    void asksNothingOfAStepThatWillNotRun(String condition) {
        assertThat(problems("- {id: a, action: publish:gitlab, if: " + condition + "}"))
                .isEmpty();
        assertThat(problems("- {id: a, action: nobody:knows, if: " + condition + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "\"${{ parameters.host === 'github' }}\"",
                "'${{ always() }}'",
                "\"${{ 'steps' !== parameters.host }}\""
            })
    void asksAStepThatWillRun(String condition) {
        assertThat(problems("- {id: a, action: publish:gitlab, if: " + condition + "}"))
                .anyMatch(problem -> problem.message().contains("needs an adapter for GitLab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'${{ failure() }}'",
                "'${{ steps.ask.output.new }}'",
                "\"${{ steps['ask'].output.new and parameters.host }}\"",
                "'${{ context.task.id }}'",
                "'${{ not steps.ask }}'",
                "'${{ parameters.host | nobodyKnows }}'"
            })
    void refusesNoRunForAStepThatMayNotRun(String condition) {
        assertThat(problems("""
                - {id: hook, action: github:webhook, if: %1$s}
                - {id: name, action: reserve, if: %1$s, input: {name: taken}}
                """.formatted(condition))).isEmpty();
        assertThat(problems("- {id: a, action: nobody:knows, if: " + condition + "}"))
                .as("an unknown action can never do what the template says")
                .hasSize(1);
    }

    @Test
    void asksForEachRoundThatIsKnown() {
        assertThat(problems("- {id: a, action: publish:gitlab, each: [x, y]}"))
                .filteredOn(problem -> problem.message().contains("needs an adapter for GitLab"))
                .hasSize(1);
        assertThat(
                        problems(
                                "- {id: a, action: reserve, each: '${{ parameters.names }}', input: {name: '${{ each.value }}'}}"))
                .containsExactly(new FieldProblem("", "\"taken\" is taken"));
        assertThat(problems("- {id: a, action: reserve, each: {free: 1, taken: 2}, input: {name: '${{ each.key }}'}}"))
                .containsExactly(new FieldProblem("", "\"taken\" is taken"));
    }

    @Test
    void asksTheRoundsWhoseConditionHolds() {
        String step =
                "- {id: a, action: reserve, each: '${{ parameters.names }}', input: {name: '${{ each.value }}'}, if: %s}";

        assertThat(problems(step.formatted("\"${{ each.value === 'free' }}\""))).isEmpty();
        assertThat(problems(step.formatted("\"${{ each.value === 'taken' }}\"")))
                .hasSize(1);
        assertThat(problems(step.formatted("\"${{ steps.x.output[each.value] }}\"")))
                .isEmpty();
        assertThat(problems("- {id: a, action: nobody:knows, each: [x], if: '${{ not each.value }}'}"))
                .isEmpty();
    }

    @Test
    void refusesNoRunForRoundsThatMayNotCome() {
        assertThat(problems("""
                - {id: a, action: publish:gitlab, each: '${{ steps.list.output.files }}'}
                - {id: b, action: publish:gitlab, each: []}
                - {id: c, action: nobody:knows, each: '${{ parameters.none }}'}
                - {id: d, action: publish:gitlab, if: false, each: [x]}
                - {id: e, action: publish:gitlab, if: '${{ failure() }}', each: [x]}
                """)).isEmpty();
    }

    @Test
    void saysWhichAnswerIsToBlame() {
        assertThat(problems("- {id: a, action: reserve, input: {name: '${{ parameters.name }}'}}"))
                .containsExactly(new FieldProblem("name", "\"taken\" is taken"));
        assertThat(problems("- {id: a, action: reserve, input: {name: \"${{ parameters['name'] | lower }}\"}}"))
                .containsExactly(new FieldProblem("name", "\"taken\" is taken"));
    }

    @Test
    void comparesWhatIsKnownWithTheSchemaAllAtOnce() {
        assertThat(problems("""
                - {id: a, action: strict, input: {name: '${{ parameters.long }}', size: huge, extra: ['${{ parameters.long }}', 2]}}
                - {id: b, action: strict, input: {size: '${{ parameters.long | upper }}', name: 'x${{ parameters.long }}'}}
                """))
                .containsExactlyInAnyOrder(
                        new FieldProblem("long", "At most 5 characters."),
                        new FieldProblem(
                                "",
                                "template.yaml:7:77: \"size\" of the step \"a\" is not right. Must be one of [\"small\",\"large\"]."),
                        new FieldProblem(
                                "",
                                "template.yaml:7:117: \"extra.1\" of the step \"a\" is not right. Must be a string."),
                        new FieldProblem(
                                "long",
                                "template.yaml:8:45: \"size\" of the step \"b\" is not right. Must be one of [\"small\",\"large\"]."),
                        new FieldProblem(
                                "long",
                                "template.yaml:8:85: \"name\" of the step \"b\" is not right. At most 5 characters."));
    }

    @Test
    void comparesNothingThatStepsMake() {
        assertThat(problems("""
                - {id: a, action: strict, input: {name: '${{ steps.x.output.name }}', size: small, extra: ['${{ steps.x.output.name }}', 2]}}
                - {id: b, action: strict, if: '${{ steps.x }}', input: {name: '${{ parameters.long }}', size: huge}}
                - {id: c, action: strict, if: false, input: {}}
                """)).isEmpty();
        assertThat(problems(
                        "- {id: a, action: strict, input: {size: '${{ steps.x.output.size }}', extra: [3], name: a}}"))
                .extracting(FieldProblem::message)
                .singleElement()
                .asString()
                .contains("\"extra.0\"");
    }

    @Test
    void saysWhichInputsAreMissing() {
        assertThat(problems("- {id: a, action: strict}"))
                .contains(new FieldProblem(
                        "", "template.yaml:7:7: \"name\" of the step \"a\" is not right. Please fill this in."));
        assertThat(problems("- {id: a, action: strict, input: {name: '${{ parameters.nobodyAsked }}'}}"))
                .containsExactly(new FieldProblem("nobodyAsked", "Please fill this in."));
    }

    @Test
    void placesAProblemWithinTheAnswerThatHasIt() {
        assertThat(problems("- {id: a, action: strict, input: {name: a, extra: '${{ parameters.mixed }}'}}"))
                .containsExactly(new FieldProblem("mixed.1", "Must be a string."));
    }

    @Test
    void comparesTheInputOfEachRound() {
        assertThat(problems("- {id: a, action: strict, each: [a, longer], input: {name: '${{ each.value }}'}}"))
                .extracting(FieldProblem::message)
                .singleElement()
                .asString()
                .contains("At most 5 characters.");
    }

    @Test
    void asksNoSecondTimeForWhatTheSchemaRefuses() {
        assertThat(problems("- {id: a, action: strict, input: {name: taken!!, size: 3}}"))
                .extracting(FieldProblem::message)
                .noneMatch(message -> message.contains("is taken"));
    }

    /** Takes a short name. */
    private record Strict() implements Action {
        @Override
        public String id() {
            return "strict";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Map.of(
                    "type",
                    "object",
                    "required",
                    List.of("name"),
                    "properties",
                    Map.of(
                            "name", Map.of("type", "string", "maxLength", 5),
                            "size", Map.of("enum", List.of("small", "large")),
                            "extra", Map.of("type", "array", "items", Map.of("type", "string"))),
                    "dependencies",
                    Map.of("size", List.of("name")));
        }

        @Override
        public List<InputProblem> check(RunInfo run, Map<String, Object> input) {
            return String.valueOf(input.get("name")).startsWith("taken")
                    ? List.of(new InputProblem("name", "it is taken"))
                    : List.of();
        }

        @Override
        public ActionResult run(ActionContext context) {
            return ActionResult.done();
        }
    }

    /** Knows a name that is taken. */
    private record Reserve() implements Action {
        @Override
        public String id() {
            return "reserve";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Map<String, Object> inputSchema() {
            return Map.of("type", "object");
        }

        @Override
        public List<InputProblem> check(RunInfo run, Map<String, Object> input) {
            return "taken".equals(input.get("name"))
                    ? List.of(new InputProblem("name", "\"taken\" is taken"))
                    : List.of();
        }

        @Override
        public ActionResult run(ActionContext context) {
            return ActionResult.done();
        }
    }
}
