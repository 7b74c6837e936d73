package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kustomize.emit.Emitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is written is read as the same again. */
class EmitterRoundTripTest {

    @Property(tries = 200, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void readsWhatItWrites(@ForAll("objects") Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "v1");
        object.put("kind", "Thing");
        object.put("metadata", Map.of("name", "t"));
        object.put("data", data);
        String text = Emitter.document(object);

        Resource read = Resources.parse("t.yaml", text).getFirst();

        assertThat(read.content()).isEqualTo(object);
        assertThat(ResourceWriter.text(read)).isEqualTo(text);
    }

    @Provide
    static Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(keys(), values(2)).ofMaxSize(4).map(LinkedHashMap::new);
    }

    /** Without the one that merges maps, in quotes or not. */
    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                        words(),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(EmitterRoundTripTest::readable))
                .filter(key -> !key.equals("<<"));
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.of(true, false),
                Arbitraries.of(0.5, -1.25, 1e-7, 1e300, 123.456).map(number -> number));
        if (depth == 0) {
            return scalars;
        }
        return Arbitraries.oneOf(
                scalars,
                values(depth - 1).list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(keys(), values(depth - 1)).ofMaxSize(3).map(map -> map));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                words(),
                words().list().ofMinSize(10).ofMaxSize(40).map(list -> String.join(" ", list)),
                words().list().ofMaxSize(5).map(list -> String.join("\n", list)),
                Arbitraries.strings().ofMaxLength(60).filter(EmitterRoundTripTest::readable));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of(
                "",
                "a",
                "two words",
                "y",
                "No",
                "ON",
                "~",
                "null",
                "0x1F",
                "010",
                "1_000",
                "1e3",
                ".5",
                "2001-01-01",
                "12:30",
                "- a",
                "a: b",
                "a #b",
                "#",
                "'",
                "\"",
                "\\",
                "é",
                "😀",
                " lead",
                "trail ",
                "\ttab",
                "%",
                "@",
                "*x",
                "&x",
                "!x",
                "|",
                ">",
                "{",
                "[",
                "]",
                "}",
                ",",
                "?",
                "? a",
                "---",
                "...",
                "<<",
                "=");
    }

    /** What YAML can hold at all. */
    private static boolean readable(String text) {
        return text.codePoints()
                        .allMatch(point -> point >= 0x20
                                && point != 0x7F
                                && (point < 0x80 || point >= 0xA0)
                                && !(point >= 0xD800 && point < 0xE000)
                                && point != 0xFFFE
                                && point != 0xFFFF
                                && point != 0xFEFF)
                || List.of("\n", "\t").contains(text);
    }
}
