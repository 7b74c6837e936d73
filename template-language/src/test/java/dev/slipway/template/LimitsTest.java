package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.template.contract.Limits;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    /** A quarter of the standard's steps: the everyday build is to be quick. */
    private static final Limits LIMITS = new Limits(500_000, 200, 8 << 20, Duration.ofSeconds(10));

    private static final String DOUBLING =
            "{% set a = ['x'] %}{% for i in range(90) %}{% set a = [a, a] %}{% endfor %}";

    private static void render(String template, Limits limits) {
        Template.parse("hostile.txt", template, TemplateOptions.nunjucks().withLimits(limits))
                .render(Map.of());
    }

    /** Each would need far more than the limits allow, in a way of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in range(1000000000) %}x{% endfor %}",
                "{% for i in range(0, 1, 0.000000001) %}{% endfor %}",
                "{% for i in range(1, 2, 0.00000000000000000001) %}{% endfor %}",
                "{% set l = [1] %}{% for i in l %}{{ l.push(i) }}{% endfor %}",
                "{% set a = 'x' %}{% for i in range(60) %}{% set a = a ~ a %}{% endfor %}",
                "{% set a = 'x' %}{% for i in range(60) %}{% set a = a.concat(a) %}{% endfor %}",
                "{% set a = 'xy' %}{% for i in range(60) %}{% set a = a.replaceAll('x', a) %}{% endfor %}",
                "{% set a = 'xy' %}{% for i in range(60) %}{% set a = a | replace('', a) %}{% endfor %}",
                "{% set a = [1] %}{% for i in range(60) %}{% set a = a.concat(a) %}{% endfor %}",
                "{% set a = 'x' %}{% for i in range(60) %}{% set a = [a, a] | join %}{% endfor %}",
                DOUBLING + "{{ a }}",
                DOUBLING + "{{ a | dump }}",
                DOUBLING + "{{ a ~ '' }}",
                DOUBLING + "{{ a == 'x' }}",
                DOUBLING + "{{ a | string | length }}",
                DOUBLING + "{{ a.flat(90) }}",
                DOUBLING + "{{ [a] | sort(attribute='x') }}{{ [a, a] | sort }}",
                DOUBLING + "{{ +a }}",
                DOUBLING + "{{ a | escape }}",
                DOUBLING + "{{ {}[a] }}",
                "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
                "{% macro m() %}{{ caller() }}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{% call m() %}{% endcall %}",
                "{{ 'x' | center(1000000000) }}",
                "{{ 'x' | indent(1000000000, true) }}",
                "{{ [1] | batch(1000000000, 'x') }}",
                "{{ [1] | slice(1000000000) | length }}",
                "{{ ('a' | center(3000)).replace(r/( +)+$/, '') | replace(r/( *)*b/, '') }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(r/^(a|aa)*$/, '') }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(r/^(a+)+$/, '') }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.split(r/(a*)*b/) }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(r/(?:a?){50}a{50}/, '') }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | replace(r/(?=(a+)+$)x/, '') }}",
                "{{ ('<a' | center(200000) | replace(' ', '<a')) | striptags }}",
                "{% set s = 'a' | center(2000000) %}{% for i in range(1000000) %}{% if s.includes('b') %}{% endif %}{% endfor %}",
                "{% set s = 'a' | center(2000000) %}{% for i in range(1000000) %}{% set t = s.toUpperCase() %}{% endfor %}",
                "{% set l = range(100000) %}{% for i in range(100000) %}{% set t = l.indexOf(-1) %}{% endfor %}",
                "{% set l = range(100000) %}{% for i in range(100000) %}{% set t = l | sort | first %}{% endfor %}",
                "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"
            })
    void endsEveryTemplateThatWouldNotEnd(String template) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render(template, LIMITS))
                .withMessageStartingWith("hostile.txt:")
                .satisfies(e ->
                        assertThat(e.reason()).containsAnyOf("steps", "longer than", "levels deep", "takes longer"));
    }

    @Test
    void endsATemplateWhoseTimeIsOver() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render(
                        "{% for i in range(100000000) %}{% endfor %}",
                        new Limits(Long.MAX_VALUE, 200, 1 << 20, Duration.ofMillis(20))))
                .withMessageContaining("takes longer than 20 ms");
    }

    @Test
    void findsALongTextInALongerOneInTimeThatGrowsWithTheirSum() {
        String text = "a".repeat(400_000);
        String part = "a".repeat(200_000) + "b";
        Template template = Template.parse(
                "search",
                "{{ text.indexOf(part) }} {{ text.lastIndexOf(part) }} {{ part in text }}",
                TemplateOptions.nunjucks());

        assertThat(template.render(Map.of("text", text, "part", part))).isEqualTo("-1 -1 false");
    }

    @Test
    void sortsManyThingsThatCannotBeCompared() {
        List<Object> mixed = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            mixed.add(i % 3 == 0 ? "text" + i : i % 3 == 1 ? (Object) i : Map.of("a", i));
        }

        assertThat(Template.parse("sort", "{{ (l | sort).length }}", TemplateOptions.nunjucks())
                        .render(Map.of("l", mixed)))
                .isEqualTo("500");
    }
}
