package dev.slipway.scaffolder.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.goldenpaths.GoldenPaths;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class TemplateSchemaTest {

    private static Map<String, Object> schema() throws Exception {
        try (InputStream file = TemplateSchemaTest.class.getResourceAsStream("/schemas/template.schema.json")) {
            return JsonMapper.shared().readValue(file, new TypeReference<>() {});
        }
    }

    private static Object read(String text) {
        return YamlReader.core().document("template.yaml", text).orElseThrow().plain();
    }

    @Test
    void admitsEveryShippedTemplate() throws Exception {
        Map<String, Object> schema = schema();

        assertThat(GoldenPaths.all())
                .isNotEmpty()
                .allSatisfy((name, files) -> assertThat(JsonSchemas.problems(
                                schema, read(files.text("template.yaml").orElseThrow())))
                        .isEmpty());
    }

    @Test
    void refusesAStepWithoutAction() throws Exception {
        Object template = read("""
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec: {type: service, steps: [{id: a}]}
                """);

        assertThat(JsonSchemas.problems(schema(), template))
                .extracting(JsonSchemas.Violation::path)
                .containsExactly("spec.steps.0.action");
    }
}
