package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import dev.slipway.helm.format.Yaml;
import dev.slipway.helm.values.SetExpression;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesTest {

    @Property(tries = 300)
    void everyInventionIsRenderedOrRefused(@ForAll int number) {
        assertThat(Invention.of(number).ours()).matches("(?s)(---|fails)\n.*");
    }

    @Property(tries = 500)
    void readsTheYamlThatItWrites(@ForAll("values") Object value) {
        assertThat(GoYaml.values("file", Yaml.write(value) + "\n")).isEqualTo(value);
    }

    @Property(tries = 500)
    void readsTheJsonThatItWrites(@ForAll("values") Object value) {
        assertThat(JsonText.read(Json.pretty(value))).isEqualTo(value);
    }

    @Property(tries = 1_000)
    void setsOrRefusesAnyExpression(@ForAll("expressions") String expression) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            SetExpression.set(expression, values);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.strings().withChars("ab=,.[]{}\\01 -").ofMaxLength(20);
    }

    @Provide
    Arbitrary<Object> values() {
        return values(3);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "yes",
                        "1",
                        "1e3",
                        "~",
                        "",
                        " x ",
                        "a: b",
                        "# c",
                        "- d",
                        "on",
                        "0x1f",
                        "2020-01-01",
                        "multi\nline\n",
                        "é😀"),
                Arbitraries.strings()
                        .ascii()
                        .ofMaxLength(8)
                        .filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 127)),
                Arbitraries.doubles().between(-1e9, 1e9).ofScale(3),
                Arbitraries.of(true, false));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> below = values(depth - 1);
        return Arbitraries.oneOf(
                scalars,
                below.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.of("a", "b", "x-y", "yes", "1"), below)
                        .ofMaxSize(3)
                        .map(map -> map));
    }
}
