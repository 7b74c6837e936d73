package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static String render(String template) {
        return render(template, TemplateOptions.backstage());
    }

    private static String render(String template, TemplateOptions options) {
        return Template.parse("file.txt", template, options)
                .render(Map.of("name", "x", "items", List.of("a", "b"), "map", Map.of("k", "v")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Hello ${{ name }}! → Hello x!",
                "{{ name }} {% raw %}${{ name }}{% endraw %} → {{ name }} ${{ name }}",
                "a{# not shown ${{ #}b → ab",
                "{% if name === 'x' %}yes{% else %}no{% endif %} → yes",
                "{% if false %}1{% elif name == 'x' %}2{% elseif true %}3{% endif %} → 2",
                "{% for i in items %}${{ loop.index }}${{ i }}${{ ',' if not loop.last }}{% endfor %} → 1a,2b",
                "{% for k, v in map %}${{ k }}=${{ v }}{% endfor %} → k=v",
                "{% for i in [] %}x{% else %}none{% endfor %} → none",
                "{% for a, b in [[1, 2]] %}${{ a + b }}{% endfor %} → 3",
                "{% set n = 1 %}{% for i in items %}{% set n = n + 1 %}{% endfor %}${{ n }} → 3",
                "{% set block %}<${{ name }}>{% endset %}${{ block }} → <x>",
                "a  {%- if true -%}  b  {%- endif %} c → ab c",
                "a  ${{- name -}}  b → axb",
                "[${{ missing }}${{ none }}] → []",
                "${{ missing.deeper.still }}. → ."
            })
    void rendersTags(String template, String expected) {
        assertThat(render(template)).isEqualTo(expected);
    }

    @Test
    void keepsLineBreaksUnlessBlocksAreTrimmed() {
        String template = "a\n  {% if true %}\nb\n  {% endif %}\nc";

        assertThat(render(template)).isEqualTo("a\n  \nb\n  \nc");
        assertThat(render(template, TemplateOptions.backstage().withWhitespace(true, true)))
                .isEqualTo("a\nb\nc");
    }

    @Test
    void leavesBackstageDelimitersAloneInNunjucksMode() {
        assertThat(render("{{ name }} $x", TemplateOptions.nunjucks())).isEqualTo("x $x");
    }

    @Test
    void saysEverythingAboutAnUnknownFilterInOneLine() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("Hello ${{ values.name | titel }}"))
                .withMessage("file.txt:1:25: The filter \"titel\" is not known. Did you mean \"title\"?"
                        + " In: ${{ values.name | titel }}");
    }

    @Test
    void takesOtherDelimiters() {
        TemplateOptions options = TemplateOptions.nunjucks()
                .withVariable("<<", ">>")
                .withBlock("<%", "%>")
                .withComment("<#", "#>");

        assertThat(render(
                        "<% if name -%> [<< name >>] <%- endif %><# gone #> {{ name }}<% raw %><< x >><% endraw %>",
                        options))
                .isEqualTo("[x] {{ name }}<< x >>");
    }

    @Test
    void evaluatesABlockThatIsFilteredToAText() {
        Template filtered = Template.parse("f", "{% filter int %}5{% endfilter %}", TemplateOptions.backstage());

        assertThat(filtered.evaluate(Map.of())).isEqualTo("5");
    }

    @Test
    void givesPlainValuesToFiltersAndToTheHost() {
        TemplateOptions options = TemplateOptions.nunjucks().withFilter("same", (value, _) -> {
            assertThat(value).isInstanceOf(String.class);
            return value;
        });
        Template marked = Template.parse("f", "{{ '<' | escape | same }}", options);
        Template inside =
                Template.parse("f", "{{ ['<' | escape, {a: missing, b: none }] }}", TemplateOptions.nunjucks());

        assertThat(marked.evaluate(Map.of())).isEqualTo("&lt;");
        Map<String, Object> onlyNull = new HashMap<>();
        onlyNull.put("b", null);
        assertThat(inside.evaluate(Map.of())).isEqualTo(List.of("&lt;", onlyNull));
    }

    @Test
    void wrapsWhateverAFilterThrows() {
        TemplateOptions options = TemplateOptions.nunjucks().withFilter("broken", (_, _) -> {
            throw new IllegalStateException("out of order");
        });

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{{ name | broken }}", options))
                .withMessageContaining("out of order")
                .withMessageContaining("{{ name | broken }}");
    }

    @Test
    void evaluatesATemplateOfOneExpressionToItsValue() {
        Template alone = Template.parse("f", "${{ items }}", TemplateOptions.backstage());
        Template among = Template.parse("f", " ${{ items }}", TemplateOptions.backstage());

        assertThat(alone.evaluate(Map.of("items", List.of(1)))).isEqualTo(List.of(1L));
        assertThat(among.evaluate(Map.of("items", List.of(1)))).isEqualTo(" 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a ${{ name → file.txt:1:3: \"}}\" is missing",
                "{% if name %}x → file.txt:1:1: \"endif\" is missing",
                "{% include 'x' %} → The tag \"include\" is not known",
                "{% endif %} → has no tag that it belongs to",
                "${{ 1 + }} → An expression was expected",
                "${{ 'x }} → not closed",
                "${{ name name }} → \"name\" was not expected here",
                "${{ name | }} → A name was expected",
                "{% raw %} → \"endraw\" is missing",
                "${{ nothing() }} → \"nothing\" cannot be called: it is undefined",
                "${{ 'a' in 5 }} → needs a list, a text or a map",
                "${{ name is fine }} → The test \"fine\" is not known",
                "{% for a in map %}{% endfor %} → cannot go through a map"
            })
    void saysWhatIsWrongAndWhere(String template, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render(template))
                .withMessageContaining(message);
    }

    @Test
    void countsLinesAndColumnsOfProblems() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("one\ntwo ${{ name | nope }}"))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(16);
                    assertThat(e.expression()).isEqualTo("${{ name | nope }}");
                });
    }

    @Test
    void stopsATemplateThatWouldNotEnd() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{% for i in range(1000000000) %}x{% endfor %}"))
                .withMessageContaining("steps");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{% set a = 'x' %}{% for i in range(60) %}{% set a = a ~ a %}{% endfor %}"))
                .withMessageContaining("longer than");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(
                        () -> render("${{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(r/^(a|aa)*\\1c$/, '') }}"))
                .withMessageContaining("steps");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("${{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}"))
                .withMessageContaining("levels deep");
    }
}
