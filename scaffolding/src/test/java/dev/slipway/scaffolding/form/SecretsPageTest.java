package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsPageTest {

    private final TemplateDefinition template = TemplateReader.read("template.yaml", """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
              parameters: {properties: {name: {type: string}, token: {type: string, ui:field: Secret}}}
              secrets:
                schema:
                  required: [token, key]
                  properties:
                    token: {type: string}
                    key: {type: string, minLength: 4, title: The key}
                    more: {type: string}
              steps: [{action: debug:log}]
            """);

    @Test
    void asksForSecretsThatNoFieldAsksFor() {
        Form form = Form.asking(template);

        assertThat(form.pages()).isEqualTo(2);
        assertThat(form.secretsBeside()).containsExactly("key", "more");
        assertThat(form.fields(1, Map.of()))
                .allMatch(FormField::secret)
                .extracting(FormField::title)
                .containsExactly("The key", "more");
        assertThat(form.described(1).title()).isEqualTo("Secrets");
        assertThat(new Form(template).pages()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithSecretsInAFormsWords() {
        assertThat(Form.secretProblems(template, Map.of("key", "abc", "unknown", "x")))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("token", "key");
        assertThat(Form.secretProblems(template, Map.of("key", "abcd")))
                .containsExactly(new FieldProblem("token", "Please fill this in."));
        assertThat(Form.secretProblems(template, Map.of("key", "abcd", "token", "x")))
                .isEmpty();
    }

    @Test
    void aTemplateWithoutSuchSecretsHasNoPageMore() {
        TemplateDefinition plain = TemplateReader.read(
                "template.yaml",
                "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n"
                        + "spec: {type: x, steps: [{action: debug:log}]}\n");

        assertThat(Form.asking(plain).pages()).isZero();
    }
}
