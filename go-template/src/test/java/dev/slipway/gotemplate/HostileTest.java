package dev.slipway.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody would try. */
class HostileTest {

    private static final Options OPTIONS =
            Options.usual().withLimits(new Limits(200_000, 4_000_000, 150, Duration.ofSeconds(20)));

    private static String render(String text, @Nullable Object data) {
        return GoTemplates.parse(Map.of("t", text), Functions.none()).execute("t", data, OPTIONS);
    }

    private static void assertOverLimit(String text, String limit) {
        assertThatThrownBy(() -> render(text, Map.of()))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("template: t:1:")
                .hasMessageContaining("executing needs more than " + limit);
    }

    @Test
    void endsEndlessRanges() {
        assertOverLimit("{{range 9223372036854775807}}{{end}}", "200000 steps");
        assertOverLimit("{{range 100000}}{{range 100000}}{{end}}{{end}}", "200000 steps");
    }

    @Test
    void endsTemplatesThatCallThemselves() {
        assertOverLimit(
                "{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}", "150 templates within templates");
        assertOverLimit("{{template \"t\"}}", "150 templates within templates");
    }

    @Test
    void endsFunctionsThatExecuteTheirOwnTemplate() {
        Functions functions = Functions.none().plus("again", (call, arguments) -> call.execute("t", null));
        GoTemplates templates = GoTemplates.parse(Map.of("t", "{{again}}"), functions);

        assertThatThrownBy(() -> templates.execute("t", null, OPTIONS))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("150 templates within templates");
    }

    @Test
    void endsTextsThatGrow() {
        assertOverLimit("{{range 100000}}0123456789abcdefghij{{end}}", "1000000 characters at once");
        assertThatThrownBy(() -> render("{{range 9000}}{{$x := print $ $}}{{end}}", "0123456789".repeat(30)))
                .hasMessageContaining("executing needs a text longer than the 400 characters that it may have");

        assertThatThrownBy(() -> render("{{$x := \"xx\"}}{{range 60}}{{$x = print $x $x}}{{end}}", null))
                .isInstanceOf(LimitException.class)
                .hasMessage(
                        "template: t:1:33: executing needs a text longer than the 1000000 characters that it may have");
    }

    @Test
    void refusesTextsWiderThanWhatIsLeft() {
        assertThatThrownBy(() -> render("{{printf \"%999999d%999999d\" 1 2}}", null))
                .isInstanceOf(LimitException.class)
                .hasMessage(
                        "template: t:1:2: executing needs a text longer than the 1000000 characters that it may have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "js", "urlquery"})
    void countsWhatEscapingMakesBeforeItIsMade(String function) {
        assertThatThrownBy(() -> render("{{" + function + " .}}", "<".repeat(200_000)))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("executing needs more than 1000000 characters at once");
    }

    @Test
    void countsATextOnceThatIsHandedOn() {
        Functions functions = Functions.none()
                .plus("same", (call, arguments) -> arguments.getFirst())
                .plus("include", (call, arguments) -> call.execute("inner", null));
        String inner = "{{define `inner`}}" + "x".repeat(900_000) + "{{end}}";
        GoTemplates templates = GoTemplates.parse(
                Map.of("t", inner + "{{$x := include | same | same | same | same}}{{len $x}}"), functions);

        assertThat(templates.execute("t", null, OPTIONS)).isEqualTo("900000");
    }

    @Test
    void sharesTheLimitsBetweenTemplates() {
        GoTemplates templates = GoTemplates.parse(Map.of("t", "{{len (printf `%900000d` 1)}}"), Functions.none());
        Rendering rendering = templates.rendering(OPTIONS);
        for (int i = 0; i < 4; i++) {
            rendering.execute("t", null);
        }

        assertThatThrownBy(() -> rendering.execute("t", null)).isInstanceOf(LimitException.class);
    }

    @Test
    void forgetsWhatIsNotThereAnyMore() {
        GoTemplates templates = GoTemplates.parse(
                Map.of("gone", "{{len (printf `%900000d` 1)}}", "kept", "{{printf `%900000d` 1}}"), Functions.none());
        Rendering rendering = templates.rendering(OPTIONS);
        for (int i = 0; i < 20; i++) {
            rendering.forget("small");
            rendering.execute("gone", null);
        }
        rendering.forget("small");
        rendering.execute("kept", null);
        rendering.forget("x".repeat(900_000));
        rendering.execute("kept", null);

        assertThatThrownBy(() -> {
                    rendering.forget("x".repeat(900_000));
                    rendering.execute("kept", null);
                })
                .isInstanceOf(LimitException.class);
    }

    @Test
    void shortensMessagesThatEachTemplateRepeats() {
        Functions functions = Functions.none()
                .plus("fail", (call, arguments) -> {
                    throw new FunctionException("x".repeat(500_000));
                })
                .plus(
                        "include",
                        (call, arguments) -> call.execute((String) Objects.requireNonNull(arguments.getFirst()), null));
        GoTemplates templates =
                GoTemplates.parse(Map.of("t", "{{include `u`}}", "u", "{{include `v`}}", "v", "{{fail}}"), functions);

        assertThatThrownBy(() -> templates.execute("t", null, OPTIONS))
                .satisfies(e ->
                        assertThat(e.getMessage()).startsWith("template: t:1:").hasSizeLessThan(20_100));
    }

    @Test
    void printsFloatsWithAMillionDigits() {
        assertThat(render("{{len (printf \"%.900000f\" 0.1)}}", null)).isEqualTo("900002");
        assertThat(render("{{len (printf \"%.900000e\" 1e300)}}", null)).isEqualTo("900007");
        assertThat(render("{{len (printf \"%900000.2g\" 1e300)}}", null)).isEqualTo("900000");
    }

    @Test
    void endsWhenTheTimeIsOver() {
        Options brief = Options.usual().withLimits(new Limits(Long.MAX_VALUE / 2, 1, 1, Duration.ofMillis(50)));
        GoTemplates templates =
                GoTemplates.parse(Map.of("t", "{{range 9223372036854775807}}{{end}}"), Functions.none());

        assertThatThrownBy(() -> templates.execute("t", null, brief)).hasMessageContaining("needs more than 50 ms");
    }

    @Test
    void looksAtTheTimeBeforeEachFunction() {
        Options brief = Options.usual().withLimits(new Limits(1_000, 1_000, 1, Duration.ofNanos(1)));
        GoTemplates templates = GoTemplates.parse(Map.of("t", "{{print 1}}"), Functions.none());

        assertThatThrownBy(() -> templates.execute("t", null, brief)).hasMessageContaining("needs more than 0 ms");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{{if 1}}".repeat(100_000);
        String parentheses = "{{" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}}";
        String otherwise = "{{if 0}}" + "{{else if 0}}".repeat(100_000) + "{{end}}";
        String blocks = "{{block \"x\" .}}".repeat(100_000);

        for (String text : List.of(deep, parentheses, otherwise, blocks)) {
            assertThatThrownBy(() -> render(text, null))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("nested deeper than 200 levels");
        }
    }

    @Test
    void takesLongTextsOfManyActionsAndFields() {
        assertThat(render("{{1}}".repeat(20_000), null)).hasSize(20_000);
        assertThat(render("{{.a" + ".a".repeat(10_000) + "}}", Map.of())).isEqualTo("<no value>");
        assertThat(render("{{print 1" + " | print".repeat(10_000) + "}}", null)).isEqualTo("1");
    }

    @Test
    void refusesToPrintValuesThatHoldThemselves() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);

        assertThatThrownBy(() -> render("{{.}}", list)).hasMessageContaining("nested deeper than 500 levels");
        assertThatThrownBy(() -> render("{{printf \"%d\" .}}", map))
                .hasMessageContaining("nested deeper than 500 levels");
        assertThat(render("{{.self.self.self | len}}", map)).isEqualTo("1");
    }

    @Test
    void turnsAnExhaustedStackIntoAnError() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Options deep =
                Options.usual().withLimits(new Limits(1_000_000_000, 1_000_000, 1_000_000, Duration.ofSeconds(20)));
        GoTemplates templates = GoTemplates.parse(Map.of("t", "{{template \"t\"}}"), Functions.none());
        Thread thread = new Thread(null, () -> templates.execute("t", null, deep), "small", 256 * 1024);
        thread.setUncaughtExceptionHandler((ignored, e) -> thrown.set(e));
        thread.start();
        thread.join();

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        LimitException.class, e -> assertThat(e.place()).isEqualTo(new Place("t", 1, 0)))
                .hasMessageContaining("nested too deeply for the stack");
    }

    @Test
    void reachesTheUsualDepthOnAnOrdinaryThread() {
        GoTemplates templates = GoTemplates.parse(
                Map.of("t", "{{if lt . 199}}{{with $x := .}}{{range list1}}{{include (inc $x)}}{{end}}{{end}}{{end}}"),
                Functions.none()
                        .plus("list1", (call, arguments) -> List.of(1L))
                        .plus("inc", (call, arguments) -> (Long) arguments.getFirst() + 1)
                        .plus("include", (call, arguments) -> call.execute("t", arguments.getFirst())));

        assertThat(templates.execute("t", 0L, Options.usual())).isEmpty();
    }

    @Test
    void refusesValuesThatAreNotOfTheLanguage() {
        assertThatThrownBy(() -> render("{{.}}", new Object()))
                .hasMessageContaining("a template cannot hold a java.lang.Object");
        assertThatThrownBy(() -> render("{{.class}}", "text"))
                .hasMessageContaining("can't evaluate field class in type string");
    }
}
