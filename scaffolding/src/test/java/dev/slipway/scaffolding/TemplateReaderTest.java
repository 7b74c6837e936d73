package dev.slipway.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class TemplateReaderTest {

    @Test
    void readsMetadataPagesAndSteps() {
        TemplateDefinition template = TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t, title: A template, tags: [java]}
                spec:
                  type: service
                  parameters: {title: One page, properties: {name: {type: string}}}
                  steps:
                    - {id: log, name: Log, action: debug:log, input: {message: hi}}
                """);

        assertThat(template.title()).isEqualTo("A template");
        assertThat(template.pages()).extracting(ParameterPage::title).containsExactly("One page");
        assertThat(template.steps()).extracting(Step::action).containsExactly("debug:log");
    }

    @Test
    void readsSecretsAndTheWordsOfButtons() {
        TemplateDefinition template = TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  lifecycle: production
                  secrets: {schema: {type: object, required: [token], properties: {token: {type: string}}}}
                  presentation: {buttonLabels: {backButtonText: Back!, createButtonText: Go, reviewButtonText: Look}}
                  steps: [{action: debug:log}]
                """);

        assertThat(template.lifecycle()).isEqualTo("production");
        assertThat(template.secretsSchema()).containsKey("required");
        assertThat(template.buttonLabels()).isEqualTo(new ButtonLabels("Back!", "Go", "Look"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnceWithLines() {
        assertThatExceptionOfType(ScaffoldingException.class)
                .isThrownBy(() -> TemplateReader.read("template.yaml", """
                        apiVersion: scaffolder.backstage.io/v1
                        kind: Template
                        metadata: {name: "not a name"}
                        spec:
                          steps:
                            - {id: a, input: 3}
                            - {id: a, action: debug:log}
                        """))
                .withMessageContaining("template.yaml:1:13: \"apiVersion\" is \"scaffolder.backstage.io/v1\"")
                .withMessageContaining("template.yaml:3:18: \"not a name\" is not a name")
                .withMessageContaining("\"type\" is missing")
                .withMessageContaining("template.yaml:6:22: The input of step \"a\" must be a map")
                .withMessageContaining("template.yaml:6:7: \"action\" is missing")
                .withMessageContaining("template.yaml:7:7: The step id \"a\" stands here a second time");
    }

    @Test
    void saysWhereTextIsNotYaml() {
        assertThatExceptionOfType(ScaffoldingException.class)
                .isThrownBy(() -> TemplateReader.read("template.yaml", "a: [1"))
                .withMessageContaining("template.yaml:");
    }
}
