package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects with names that the template does not give. */
class FreeEntriesTest {

    private final Form form = Templates.form("""
            properties:
              labels: {type: object}
              limits: {type: object, additionalProperties: {type: integer, minimum: 1}, default: {cpu: 2}}
              service:
                type: object
                properties: {name: {type: string}}
                additionalProperties: {type: string, maxLength: 3}
              closed: {type: object, properties: {name: {type: string}}}
              raw: {type: object, ui:widget: textarea}
            """);

    private FormField field(String name, Object value) {
        return form.fields(0, Map.of(name, value)).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takeEntriesUnlessTheTemplateClosesThem() {
        assertThat(field("labels", Map.of()).free()).isTrue();
        assertThat(field("limits", Map.of()).free()).isTrue();
        assertThat(field("service", Map.of()).free()).isTrue();
        assertThat(field("closed", Map.of()).free()).isFalse();
        assertThat(field("raw", Map.of()).free()).isFalse();
    }

    @Test
    void areTheOnesThatNoFieldStandsFor() {
        assertThat(field("service", Map.of("name", "shop", "tier", "1")).entries())
                .containsOnlyKeys("tier");
    }

    @Test
    void areReadByTheirSchema() {
        FormField limits = field("limits", Map.of());
        FormField labels = field("labels", Map.of());

        assertThat(limits.parseEntry("memory", "4")).isEqualTo(4L);
        assertThat(limits.parseEntry("memory", "much")).isEqualTo("much");
        assertThat(labels.parseEntry("a", "1.0")).isEqualTo("1.0");
        assertThat(labels.parseEntry("a", "[1, 2]")).isEqualTo(List.of(1, 2));
        assertThat(labels.parseEntry("a", "[1")).isEqualTo("[1");
    }

    @Test
    void areCheckedByTheirSchema() {
        assertThat(form.problems(Map.of("limits", Map.of("cpu", 0), "service", Map.of("tier", "first"))))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("limits.cpu", "service.tier");
        assertThat(form.problems(Map.of("labels", Map.of("", "x"))))
                .containsExactly(new FieldProblem("labels", "An entry has a value and no name."));
        assertThat(form.problems(Map.of("closed", Map.of("other", "x"))))
                .containsExactly(new FieldProblem("closed.other", "There is no such field here."));
    }
}
