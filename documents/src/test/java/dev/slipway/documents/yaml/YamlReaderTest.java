package dev.slipway.documents.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void takesForATextWhatIsQuotedOrTaggedAsOne() {
        assertThat(plain("{a: !!str 5, b: \"5\", c: !!str 0o7, d: !!str yes, e: 5, f: 0o7}"))
                .isEqualTo(Map.of("a", "5", "b", "5", "c", "0o7", "d", "yes", "e", 5L, "f", 7L));
    }

    @Test
    void mergesUnderAnUnquotedKeyOnly() {
        assertThat(plain("{a: &a {b: 1}, c: {<<: *a, d: 2}, e: {\"<<\": 3}}"))
                .isEqualTo(Map.of("a", Map.of("b", 1L), "c", Map.of("b", 1L, "d", 2L), "e", Map.of("<<", 3L)));
    }

    private static Object plain(String text) {
        return YamlReader.core().document("f", text).orElseThrow().plain();
    }
}
