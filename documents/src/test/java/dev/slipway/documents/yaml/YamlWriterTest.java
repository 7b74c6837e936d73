package dev.slipway.documents.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    @Test
    void writesBlocksInTheGivenOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "x");
        map.put("list", List.of("a", Map.of("b", 1)));
        map.put("script", "one\n\ntwo\n");
        map.put("none", List.of());

        assertThat(YamlWriter.text(map)).isEqualTo("""
                name: x
                list:
                  - a
                  - b: 1
                script: |
                  one

                  two
                none: []
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Y",
                "010",
                "12:30:45",
                "1.10",
                "1e3",
                "null",
                "~",
                "",
                "a: b",
                "a #b",
                "0o17",
                "2001-01-01",
                "- a"
            })
    void quotesWhatADialectWouldMisread(String text) {
        assertThat(YamlWriter.scalar(text)).isEqualTo("\"" + text + "\"");
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll Map<String, List<String>> value) {
        assertThat(YamlReader.core()
                        .document("a", YamlWriter.text(value))
                        .orElseThrow()
                        .plain())
                .isEqualTo(value);
    }
}
