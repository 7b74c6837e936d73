package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final Map<String, Object> CONTEXT = Map.of(
            "name",
            "pricing-api",
            "replicas",
            3,
            "production",
            true,
            "tags",
            List.of("a", "b"),
            "owner",
            Map.of("name", "red", "lead", Map.of("mail", "x@y")));

    private static Object evaluate(String expression) {
        return Expression.parse("test", expression, TemplateOptions.backstage()).evaluate(CONTEXT);
    }

    @Test
    void keepsTheTypesOfValues() {
        assertThat(evaluate("replicas + 1")).isEqualTo(4L);
        assertThat(evaluate("production")).isEqualTo(true);
        assertThat(evaluate("[1, 'a', none]")).isEqualTo(Arrays.asList(1L, "a", null));
        assertThat(evaluate("{a: 1.5}")).isEqualTo(Map.of("a", 1.5));
        assertThat(evaluate("missing")).isNull();
    }

    @Test
    void readsAMapInsideDelimitersThatLookLikeItsEnd() {
        Template template = Template.parse("test", "${{ {a: {b: 1}}.a.b }}", TemplateOptions.backstage());

        assertThat(template.evaluate(Map.of())).isEqualTo(1L);
    }

    @Test
    void namesTheNearestFilterWhenOneIsUnknown() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> evaluate("name | uper"))
                .satisfies(e -> assertThat(e.nearMisses()).contains("upper"))
                .withMessageContaining("test:1:8: The filter \"uper\" is not known. Did you mean \"upper\"");
    }

    @Test
    void refusesMethodsOfTheHost() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> evaluate("name.getClass()"))
                .withMessageContaining("\"getClass\" is not a method of a text");
    }

    @Test
    void neverChangesTheContext() {
        List<String> tags = List.of("a", "b");

        assertThat(evaluate("tags.push('c') + tags.length")).isEqualTo(6L);
        assertThat(CONTEXT.get("tags")).isEqualTo(tags);
    }

    @Test
    void usesTheFiltersThatAreGiven() {
        TemplateOptions options = TemplateOptions.backstage()
                .withFilter(
                        "shout",
                        (value, arguments) ->
                                value + arguments.get(0, "mark").orElse("!").toString());

        assertThat(Expression.parse("test", "'hey' | shout('?')", options).evaluate(Map.of()))
                .isEqualTo("hey?");
    }
}
