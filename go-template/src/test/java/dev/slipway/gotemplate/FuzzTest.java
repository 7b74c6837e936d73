package dev.slipway.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text is: it is written, or refused with a message of the language. */
class FuzzTest {

    private static final Options OPTIONS =
            Options.usual().withLimits(new Limits(20_000, 200_000, 50, Duration.ofSeconds(10)));
    private static final Map<String, Object> DATA =
            Map.of("a", Map.of("b", List.of(1L, "x", 2.5)), "s", "text", "i", 3L, "t", true);

    @Property(tries = 2000)
    void endsWithATextOrAMessage(@ForAll("texts") String text) {
        try {
            String written =
                    GoTemplates.parse(Map.of("t", text), Functions.none()).execute("t", DATA, OPTIONS);
            assertThat(written).hasSizeLessThanOrEqualTo(200_000);
        } catch (TemplateException e) {
            assertThat(e).hasMessageStartingWith("template: ");
        }
    }

    @Property(tries = 2000)
    void printsWhateverTheFormat(@ForAll("formats") String format) {
        assertThat(GoValues.printf(format, List.of(1L, "héllo", 2.5, true, List.of(1L, "x"), Map.of("k", "v"))))
                .isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{{",
                        "}}",
                        "{{- ",
                        " -}}",
                        "if ",
                        "else ",
                        "end",
                        "range ",
                        "with ",
                        "define ",
                        "block ",
                        "template ",
                        "break",
                        "continue",
                        ".a",
                        ".a.b",
                        ".s",
                        ".i",
                        "$",
                        "$x",
                        " := ",
                        " = ",
                        ", ",
                        "|",
                        " ",
                        "(",
                        ")",
                        "\"t\"",
                        "`r`",
                        "'c'",
                        "'",
                        "\"",
                        "1",
                        "0x",
                        "1e9",
                        "nil",
                        "true",
                        "printf ",
                        "\"%v\" ",
                        "\"%[2]*d\" ",
                        "index ",
                        "slice ",
                        "len ",
                        "and ",
                        "or ",
                        "eq ",
                        "call ",
                        "html ",
                        "js ",
                        "{{/*",
                        "*/}}",
                        "\n",
                        "text",
                        "é",
                        "\ud83d\ude00",
                        "\ud800",
                        ".",
                        "-",
                        "\u0000")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(
                        "%",
                        "%", "%", "[1]", "[9]", "[", "]", "*", "-", "+", "#", " ", "0", "5", "12", ".", "v", "d", "s",
                        "q", "x", "X", "f", "e", "g", "c", "U", "b", "o", "O", "t", "T", "z", "é", "!")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
