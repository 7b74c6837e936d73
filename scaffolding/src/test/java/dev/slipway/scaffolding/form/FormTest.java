package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    private final Form form = new Form(TemplateReader.read("template.yaml", """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
              parameters:
                - required: [name]
                  properties:
                    name: {type: string, pattern: '^[a-z]+$', maxLength: 5, errorMessage: {pattern: Letters only.}}
                    production: {type: boolean, default: true}
                    storage: {type: string, enum: [none, sql]}
                  dependencies:
                    storage:
                      oneOf:
                        - properties: {storage: {const: none}}
                        - properties: {storage: {const: sql}, size: {type: integer, minimum: 1}}
                          required: [size]
                - properties: {}
                  allOf:
                    - if: {properties: {production: {const: true}}}
                      then:
                        properties: {replicas: {type: integer, minimum: 2, default: 3}}
              steps: [{action: debug:log}]
            """));

    @Test
    void showsFieldsThatOtherAnswersAskFor() {
        assertThat(form.fields(0, Map.of("storage", "none")))
                .extracting(FormField::name)
                .doesNotContain("size");
        assertThat(form.fields(0, Map.of("storage", "sql")))
                .extracting(FormField::name)
                .contains("size");
        assertThat(form.fields(1, Map.of("production", true)))
                .extracting(FormField::name)
                .containsExactly("replicas");
        assertThat(form.fields(1, Map.of("production", false))).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongBesideItsField() {
        assertThat(form.problems(Map.of("name", "Ab-cdefg", "storage", "sql", "replicas", 1L, "nme", "x")))
                .containsExactlyInAnyOrder(
                        new FieldProblem("name", "Letters only."),
                        new FieldProblem("name", "At most 5 characters."),
                        new FieldProblem("size", "Please fill this in."),
                        new FieldProblem("replicas", "Must be at least 2."),
                        new FieldProblem("nme", "This template has no such parameter."));
    }

    @Test
    void fillsInDefaultsAndLeavesOutWhatIsNotShown() {
        assertThat(form.submitted(Map.of("name", "a", "size", 3L)))
                .isEqualTo(Map.of("name", "a", "production", true, "replicas", 3L));
        assertThat(form.submitted(Map.of("name", "a", "production", false, "replicas", 3L)))
                .isEqualTo(Map.of("name", "a", "production", false));
    }

    @Test
    void keepsATypeThatDoesNotFitForTheMessage() {
        FormField replicas = form.fields(1, Map.of("production", true)).getFirst();

        assertThat(replicas.parse("4")).isEqualTo(4L);
        assertThat(replicas.parse("many")).isEqualTo("many");
        assertThat(form.problems(Map.of("name", "a", "replicas", "many")))
                .contains(new FieldProblem("replicas", "Must be a whole number."));
    }
}
