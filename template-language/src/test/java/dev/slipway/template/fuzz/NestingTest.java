package dev.slipway.template.fuzz;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can stand inside itself, as deep as it goes, on a small stack. */
class NestingTest {

    private static final int[] DEPTHS = {70, 150, 10_000};

    static Stream<Arguments> nestings() {
        return Stream.of(
                nesting("{{ ", "(", "1", ")", " }}"),
                nesting("{{ ", "[", "1", "]", " }}"),
                nesting("{{ ", "{a: ", "1", "}", " }}"),
                nesting("{{ ", "not ", "1", "", " }}"),
                nesting("{{ ", "-", "1", "", " }}"),
                nesting("{{ ", "- ", "1", "", " }}"),
                nesting("{{ ", "", "1", " if 0 else 2", " }}"),
                nesting("{{ ", "1 if ", "1", "", " }}"),
                nesting("{{ ", "", "n", ".x", " }}"),
                nesting("{{ ", "", "tags", "[0]", " }}"),
                nesting("{{ ", "tags[", "0", "]", " }}"),
                nesting("{{ ", "", "n", "()", " }}"),
                nesting("{{ ", "range(", "1", ")", " }}"),
                nesting("{{ ", "", "name", " | upper", " }}"),
                nesting("{{ ", "name | default(", "1", ")", " }}"),
                nesting("{{ ", "", "1", " + 1", " }}"),
                nesting("{{ ", "", "1", " ~ 1", " }}"),
                nesting("{{ ", "1 ** ", "1", "", " }}"),
                nesting("{{ ", "1 // ", "1", "", " }}"),
                nesting("{{ ", "", "1", " and 1", " }}"),
                nesting("{{ ", "", "1", " in [1]", " }}"),
                nesting("{{ ", "", "1", " == 1 < 2 + 3 * 4", " }}"),
                nesting("{{ name.replace(r/", "(", "a", ")", "/, '') }}"),
                nesting("{{ name.replace(r/", "(?=", "p", ")", "/, '') }}"),
                nesting("{{ name.replace(r/", "(?:", "p", ")*", "/, '') }}"),
                nesting("", "{% if 1 %}", "x", "{% endif %}", ""),
                nesting("", "{% for a in tags %}", "x", "{% endfor %}", ""),
                nesting("", "{% set v %}", "x", "{% endset %}", ""),
                nesting("", "{% filter upper %}", "x", "{% endfilter %}", ""),
                nesting("", "{% macro m() %}", "x", "{% endmacro %}", "{{ m() }}"),
                nesting("{% macro m() %}{{ caller() }}{% endmacro %}", "{% call m() %}", "x", "{% endcall %}", ""),
                nesting("", "{% raw %}", "x", "{% endraw %}", ""),
                nesting("", "{% switch 1 %}{% case 1 %}", "x", "{% endswitch %}", ""),
                nesting("", "{% if 0 %}", "x", "{% elif 1 %}", "{% endif %}"),
                nesting("", "{{", "x", "}}", ""),
                nesting("", "{#", "x", "#}", ""));
    }

    private static Arguments nesting(String before, String open, String inside, String close, String after) {
        return Arguments.of(before, open, inside, close, after);
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void endsBeforeTheStackDoes(String before, String open, String inside, String close, String after)
            throws InterruptedException {
        for (int depth : DEPTHS) {
            Outcome.checkOnSmallStack(before + open.repeat(depth) + inside + close.repeat(depth) + after);
            Outcome.checkOnSmallStack(before + open.repeat(depth) + inside);
        }
    }
}
