package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Each expected text is what nunjucks 3.2.4 prints for the expression, autoescape off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 → 7",
                "'a' + 1 + 2 → a12",
                "'x' + 3 - 1 → NaN",
                "7 // 2 → 3",
                "-7 % 3 → -1",
                "2 ** 10 → 1024",
                "0.1 + 0.2 → 0.30000000000000004",
                "10 / 4 → 2.5",
                "1 / 3 → 0.3333333333333333",
                "10000000000 * 1000000000000 → 1e+22",
                "1 / 0 → Infinity",
                "'5' * '2' → 10",
                "'a' * 2 → NaN",
                "'10' == 10 → true",
                "'10' === 10 → false",
                "'10' !== 10 → true",
                "none == missing → true",
                "none === missing → false",
                "not '' → true",
                "'' or 'b' → b",
                "'a' and 'b' → b",
                "'b' in tags → true",
                "'z' not in tags → true",
                "'ric' in name → true",
                "'name' in owner → true",
                "'yes' if production else 'no' → yes",
                "name | upper | lower → pricing-api",
                "-1 | abs → 1",
                "'a' ~ 1 ~ true → a1true",
                "[1, [2, none], 3] → 1,2,,3",
                "{a: 1} → [object Object]",
                "owner.lead.mail → x@y",
                "owner['na' ~ 'me'] → red",
                "tags[1] → b",
                "tags.length → 2",
                "name.length + 1 → 12",
                "name.split('-')[0].toUpperCase() → PRICING",
                "name.replace(r/[a-z]+/g, 'x') → x-x",
                "'a.b.c'.split('.').join('/') → a/b/c",
                "'b' < 'a' → false",
                "10 > 9 → true",
                "'10' > '9' → false",
                "replicas is odd → true",
                "missing is defined → false",
                "name is defined → true",
                "name is not string → false",
                "6 is divisibleby(3) → true",
                "tags | join(', ') → a, b",
                "missing | default('x') → x",
                "'' | default('x', true) → x",
                "[3, 1, 2] | sort → 1,2,3",
                "(1.005).toFixed(1) → 1.0",
                "'hello world' | title → Hello World",
                "'a-b-c' | replace('-', '_') → a_b_c",
                "'a-b-c' | replace('-', '_', 1) → a_b-c",
                "'12px' | int → 12",
                "2.5 | round → 3",
                "'  x ' | trim → x",
                "range(3) → 0,1,2",
                "[{n: 1}, {n: 2}] | sum('n') → 3",
                "a.b.c.d is undefined → true"
            })
    void computesWhatNunjucksComputes(String expression, String expected) {
        String printed = Template.parse("test", "${{ " + expression + " }}", TemplateOptions.backstage())
                .render(CONTEXT);

        assertThat(printed).isEqualTo(expected);
    }

    /** The file was written by nunjucks 3.2.4: an expression, an arrow, and what it prints. */
    @ParameterizedTest
    @CsvFileSource(resources = "/nunjucks-expressions.txt", delimiter = '→', quoteCharacter = '`')
    void printsWhatNunjucksPrints(String expression, @Nullable String expected) {
        String printed = Template.parse("test", "{{ " + expression + " }}", TemplateOptions.nunjucks())
                .render(Map.of("b", 1));

        assertThat(printed.strip().replace("\n", "\\n")).isEqualTo(expected == null ? "" : expected);
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
