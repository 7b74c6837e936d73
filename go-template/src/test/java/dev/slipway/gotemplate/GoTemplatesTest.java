package dev.slipway.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoTemplatesTest {

    private static final Functions FUNCTIONS = Functions.none()
            .plus("include", (call, arguments) -> call.execute((String) arguments.get(0), arguments.get(1)))
            .plus("where", (call, arguments) -> call.name() + " at " + call.place());

    private static GoTemplates parse(String... namesAndTexts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
        return GoTemplates.parse(texts, FUNCTIONS);
    }

    @Test
    void executesTemplatesOfOtherTexts() {
        GoTemplates templates =
                parse("a", "{{include \"b\" .x}}{{template \"c\" .}}", "b", "<{{.}}>{{define \"c\"}}{{.x}}!{{end}}");

        assertThat(templates.execute("a", Map.of("x", 1L), Options.usual())).isEqualTo("<1>1!");
        assertThat(templates.names()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void takesTheLastDefinitionThatIsNotEmpty() {
        GoTemplates templates = parse(
                "a", "{{define \"x\"}}1{{end}}", "b", "{{define \"x\"}}2{{end}}", "c", "{{define \"x\"}} {{end}}");

        assertThat(templates.execute("x", null, Options.usual())).isEqualTo("2");
    }

    @Test
    void leavesTheSetAsItIsWhenATextIsParsedOnTop() {
        GoTemplates templates = parse("a", "{{template \"x\"}}{{define \"x\"}}old{{end}}");
        GoTemplates more = templates.plus("b", "{{template \"a\"}}{{define \"x\"}}new{{end}}");

        assertThat(more.execute("b", null, Options.usual())).isEqualTo("new");
        assertThat(templates.execute("a", null, Options.usual())).isEqualTo("old");
        assertThat(templates.names()).doesNotContain("b");
    }

    @Test
    void putsOtherFunctionsBehindTheNames() {
        GoTemplates templates = parse("a", "{{where}}");

        assertThat(templates
                        .withFunctions(FUNCTIONS.plus("where", (call, arguments) -> "here"))
                        .execute("a", null, Options.usual()))
                .isEqualTo("here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.withFunctions(Functions.none()))
                .withMessageContaining("which is missing");
    }

    @Test
    void replacesGosOwnFunctions() {
        GoTemplates templates =
                GoTemplates.parse(Map.of("a", "{{len 1}}"), Functions.none().plus("len", (call, arguments) -> "mine"));

        assertThat(templates.execute("a", null, Options.usual())).isEqualTo("mine");
    }

    @Test
    void tellsFunctionsWhereTheyAreCalled() {
        assertThat(parse("a.yaml", "é\n\t{{ where }}").execute("a.yaml", null, Options.usual()))
                .contains("where at a.yaml:2:4");
    }

    @Test
    void showsTheFirstErrorOfEachText() {
        assertThatThrownBy(() -> parse("a", "{{if}}", "b", "fine", "c", "\n{{nosuch}}"))
                .hasMessage("template: a:1: missing value for if\ntemplate: c:2: function \"nosuch\" not defined")
                .asInstanceOf(type(TemplateException.class))
                .extracting(TemplateException::place)
                .isEqualTo(new Place("a", 1, 0));
    }

    @Test
    void tellsThePlaceOfAnError() {
        GoTemplates templates = parse("a", "{{include \"b\" .}}", "b", "x\n  {{ .n.x }}");

        assertThatThrownBy(() -> templates.execute("a", new TreeMap<>(Map.of("n", "s")), Options.usual()))
                .hasMessage("template: a:1:2: executing \"a\" at <include \"b\" .>: error calling include: "
                        + "template: b:2:7: executing \"b\" at <.n.x>: can't evaluate field x in type interface {}")
                .asInstanceOf(type(TemplateException.class))
                .extracting(TemplateException::place, TemplateException::origin)
                .containsExactly(new Place("a", 1, 2), new Place("b", 2, 7));
    }

    @Test
    void refusesTemplatesThatAreNotThere() {
        assertThatThrownBy(() -> parse("a", "").execute("b", null, Options.usual()))
                .hasMessage("template: no template \"b\"");
    }

    @Test
    void readsOtherDelimiters() {
        GoTemplates templates = GoTemplates.parse(
                Map.of("a", "[[ .x -]]  {{ .x }} [[- /* no */ -]] ]"), Functions.none(), new Delimiters("[[", "]]"));

        assertThat(templates.execute("a", Map.of("x", 1L), Options.usual())).isEqualTo("1{{ .x }}]");
        assertThat(templates.plus("b", "[[1]]{{2}}").execute("b", null, Options.usual()))
                .isEqualTo("1{{2}}");
    }

    @Test
    void mayBeUsedByManyThreadsAtOnce() {
        GoTemplates templates =
                parse("a", "{{range $i, $e := .}}{{$x := $e}}{{include \"b\" $x}}{{end}}{{define \"b\"}}{{.}},{{end}}");

        List<String> texts = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> templates.execute("a", List.of((long) i, i + 1L), Options.usual()))
                .toList();
        assertThat(texts).hasSize(200).contains("0,1,", "199,200,");
    }

    @Test
    void refusesValuesOfOtherTypes() {
        assertThatThrownBy(() -> parse("a", "{{.}}").execute("a", BigInteger.TWO, Options.usual()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("a template cannot hold a java.math.BigInteger");
        assertThatThrownBy(() -> parse("a", "{{.x}}").execute("a", BigInteger.TWO, Options.usual()))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void readsGosOptions() {
        assertThat(MissingKey.parse("missingkey=error")).isEqualTo(MissingKey.ERROR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingKey.parse("missingkey=none"))
                .withMessageContaining("unrecognized option: \"missingkey=none\"");
    }

    @Test
    void refusesNamesOfFunctionsThatCannotBeWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.none().plus("a-b", (call, arguments) -> null))
                .withMessageContaining("not a valid identifier");
    }

    @Test
    void tellsWhatGoSaysOfValues() {
        assertThat(GoValues.typeName(Map.of())).isEqualTo("map[string]interface {}");
        assertThat(GoValues.kind(List.of())).isEqualTo("slice");
        assertThat(GoValues.kind(null)).isEqualTo("invalid");
        assertThat(GoValues.truth(0.0)).isFalse();
        assertThat(GoValues.print(Map.of("b", 1L, "a", List.of(1e6)))).isEqualTo("map[a:[1e+06] b:1]");
        assertThat(GoValues.printf("%5.1f|%q", List.of(2.25, "x"))).isEqualTo("  2.2|\"x\"");
        assertThat(GoValues.compare("\uffee", "\ud83d\ude00")).isNegative();
    }
}
