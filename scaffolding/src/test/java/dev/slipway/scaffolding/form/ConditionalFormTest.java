package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields and pages that other answers ask for. */
class ConditionalFormTest {

    private static List<String> names(Form form, int page, Map<String, @Nullable Object> values) {
        return form.fields(page, values).stream().map(FormField::name).toList();
    }

    @Test
    void aListOfDependenciesMakesFieldsRequired() {
        Form form = Templates.form("""
                properties: {card: {type: string}, address: {type: string}}
                dependencies: {card: [address]}
                """);

        assertThat(form.problems(Map.of())).isEmpty();
        assertThat(form.problems(Map.of("card", "1")))
                .containsExactly(new FieldProblem("address", "Please fill this in."));
    }

    @Test
    void oneOfADependencysBranchesIsTakenByEnumOrConstant() {
        Form form = Templates.form("""
                properties: {size: {type: string, title: Size, enum: [s, m, l]}}
                dependencies:
                  size:
                    oneOf:
                      - properties: {size: {enum: [s, m]}, shared: {type: boolean}}
                      - properties: {size: {const: l}, nodes: {type: integer}}
                """);

        assertThat(names(form, 0, Map.of())).containsExactly("size");
        assertThat(names(form, 0, Map.of("size", "m"))).containsExactly("size", "shared");
        assertThat(names(form, 0, Map.of("size", "l"))).containsExactly("size", "nodes");
        assertThat(form.fields(0, Map.of("size", "l")).getFirst().options()).hasSize(3);
    }

    @Test
    void thenAndElseAreTakenAndMayNarrowWhatThereIs() {
        Form form = Templates.form("""
                properties:
                  kind: {type: string, enum: [web, job], default: web}
                  plan: {type: string, enum: [free, paid], title: Plan}
                allOf:
                  - if: {properties: {kind: {const: web}}, required: [kind]}
                    then: {properties: {host: {type: string}}, required: [host]}
                    else: {properties: {plan: {enum: [paid]}, cron: {type: string}}}
                """);

        assertThat(names(form, 0, Map.of("kind", "web"))).containsExactly("kind", "plan", "host");
        assertThat(names(form, 0, Map.of("kind", "job"))).containsExactly("kind", "plan", "cron");
        assertThat(form.problems(Map.of("kind", "job", "plan", "free")))
                .containsExactly(new FieldProblem("plan", "Must be one of paid."));
        assertThat(form.problems(Map.of())).containsExactly(new FieldProblem("host", "Please fill this in."));
    }

    @Test
    void aPageIsThereWhenItsExpressionHolds() {
        Form form = Templates.form("""
                - properties: {storage: {type: string}}
                - when: "${{ parameters.storage === 'sql' }}"
                  required: [size]
                  properties: {size: {type: integer}}
                """);

        assertThat(form.shows(1, Map.of("storage", "sql"))).isTrue();
        assertThat(form.shows(1, Map.of("storage", "none"))).isFalse();
        assertThat(form.problems(Map.of("storage", "none"))).isEmpty();
        assertThat(form.submitted(Map.of("storage", "none", "size", 1L))).isEqualTo(Map.of("storage", "none"));
        assertThat(form.problems(Map.of("storage", "sql")))
                .containsExactly(new FieldProblem("size", "Please fill this in."));
    }

    @Test
    void oneOfSeveralAlternativesIsChosenOrFoundByItsValue() {
        Form form = Templates.form("""
                properties:
                  database:
                    type: object
                    oneOf:
                      - title: New
                        properties: {plan: {type: string}}
                        required: [plan]
                      - title: Existing
                        properties: {host: {type: string}}
                        required: [host]
                """);
        Map<String, @Nullable Object> existing = Map.of("database", Map.of("host", "a"));

        assertThat(form.fields(0, existing).getFirst().variants())
                .isEqualTo(new Variants(List.of("New", "Existing"), 1));
        assertThat(form.problems(existing)).isEmpty();
        assertThat(form.choosing(Map.of("database", 0)).problems(existing))
                .containsExactly(new FieldProblem("database.plan", "Please fill this in."));
    }

    @Test
    void alternativesThatOnlyNameFieldsMustHold() {
        Form form = Templates.form("""
                properties: {mail: {type: string, title: Mail}, chat: {type: string, title: Chat}}
                anyOf: [{required: [mail]}, {required: [chat]}]
                """);

        assertThat(form.problems(Map.of("chat", "#red"))).isEmpty();
        assertThat(form.problems(Map.of())).contains(new FieldProblem("", "Fill in one of: Mail, Chat."));
    }

    @Test
    void referencesPointIntoThePage() {
        Form form = Templates.form("""
                properties:
                  blue: {$ref: '#/definitions/team', title: Blue}
                definitions:
                  team: {type: string, title: Team, enum: [a, b]}
                """);

        FormField blue = form.fields(0, Map.of()).getFirst();
        assertThat(blue.title()).isEqualTo("Blue");
        assertThat(blue.options()).hasSize(2);
    }

    @Test
    void aSchemaThatPointsToItselfEnds() {
        Form form = Templates.form("""
                properties: {tree: {$ref: '#/definitions/node'}}
                definitions:
                  node: {type: object, properties: {name: {type: string}, next: {$ref: '#/definitions/node'}}}
                """);

        assertThat(form.problems(Map.of("tree", Map.of("name", "a")))).isEmpty();
    }

    @Test
    void aConstantIsItsOwnAnswer() {
        Form form = Templates.form("properties: {version: {const: v2}}");

        assertThat(form.submitted(Map.of())).isEqualTo(Map.of("version", "v2"));
        assertThat(form.problems(Map.of("version", "v1"))).containsExactly(new FieldProblem("version", "Must be v2."));
    }

    @Test
    void aPatternThatIsNoneIsSaidInsteadOfThrown() {
        Form form = Templates.form("properties: {name: {type: string, pattern: '[a-'}}");

        assertThat(form.problems(Map.of("name", "x")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("describes this field wrongly"));
    }
}
