package dev.slipway.template.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static Analysis analysis(String text) {
        return Template.parse("f", text, TemplateOptions.backstage()).analyse();
    }

    private static List<String> paths(String text) {
        return analysis(text).references().stream()
                .map(reference -> String.join(".", reference.path()) + (reference.computed() ? "[?]" : ""))
                .toList();
    }

    @Test
    void followsMembersAsFarAsTheyAreWrittenOut() {
        assertThat(paths("${{ a.b['c-d'].e }} ${{ a[b.c].d }} ${{ x.y.trim().length }} ${{ a[0].b }}"))
                .containsExactly("a.b.c-d.e", "b.c", "a[?]", "x.y.trim", "a[?]");
    }

    @Test
    void looksIntoEveryTagAndExpression() {
        assertThat(paths("{% if a %}${{ b if c else d }}{% elif e %}{% else %}${{ [f, {x: g}] }}{% endif %}"
                        + "{% for i in h %}${{ i.name ~ j }}{% endfor %}"
                        + "{% switch k %}{% case l %}${{ not m and n is odd }}{% endswitch %}"
                        + "${{ o | replace(p, 'q') }}{% filter upper %}${{ r }}{% endfilter %}"))
                .containsExactly("a", "c", "b", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "o", "p", "r");
    }

    @Test
    void leavesOutWhatTheTemplateMakesItself() {
        assertThat(paths("{% set a = b %}${{ a.x }}{% macro m(p, q=r) %}${{ p ~ q ~ s }}{% endmacro %}${{ m(1) }}"
                        + "${{ range(3) }}{% call m(1) %}${{ t }}{% endcall %}"))
                .containsExactly("b", "r", "s", "t");
    }

    @Test
    void knowsWhereATemplateIsCautious() {
        assertThat(analysis("${{ a is defined }} ${{ b | default('x') }} ${{ c or d }} ${{ e }}")
                        .references())
                .extracting(Reference::cautious)
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void remembersWhatATemplateAskedFor() {
        assertThat(analysis("{% if v.a %}${{ v.a.b }} ${{ v.c }}{% endif %}").references())
                .extracting(Reference::cautious)
                .containsExactly(true, true, false);
    }

    @Test
    void namesUnknownFiltersAndTestsWithTheirPlace() {
        assertThat(analysis("x\n  ${{ a | uper }}\n{% if b is defind %}{% endif %}")
                        .unknown())
                .extracting(TemplateException::getMessage)
                .containsExactly(
                        "f:2:11: The filter \"uper\" is not known. Did you mean \"upper\"? In: ${{ a | uper }}",
                        "f:3:12: The test \"defind\" is not known. Did you mean \"defined\"? In: {% if b is defind %}");
    }

    @Test
    void tellsLineAndColumn() {
        assertThat(analysis("x\n\n  ${{ a.b }}").references().getFirst())
                .extracting(Reference::line, Reference::column)
                .containsExactly(3, 7);
    }
}
