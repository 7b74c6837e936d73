package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.yaml.YamlReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void cutsAtMarkersOnly() {
        assertThat(Chunk.of("# head\n---\na: 1\n--- # next\nb: |\n  ---\n  text\n---\n"))
                .containsExactly(new Chunk(2, "\na: 1\n"), new Chunk(4, " # next\nb: |\n  ---\n  text\n"));
    }

    @Test
    void leavesOutDirectivesAndAByteOrderMark() {
        assertThat(Chunk.of("\uFEFF%YAML 1.2\n---\na: 1\n")).containsExactly(new Chunk(2, "\na: 1\n"));
        assertThat(Chunk.of("\uFEFFa: 1\n")).containsExactly(new Chunk(1, "a: 1\n"));
    }

    /** Cutting first and parsing then gives what parsing the whole gives. */
    @Property(tries = 500)
    void meansTheSameAsTheWhole(@ForAll("streams") String stream) {
        List<Object> whole = YamlReader.core().documents("f", stream).stream()
                .<Object>map(value -> String.valueOf(value.plain()))
                .toList();

        List<Object> cut = Chunk.of(stream).stream()
                .flatMap(chunk -> YamlReader.core().documents("f", chunk.text()).stream())
                .<Object>map(value -> String.valueOf(value.plain()))
                .toList();

        assertThat(cut).isEqualTo(whole);
    }

    @Provide
    Arbitrary<String> streams() {
        return Arbitraries.of(
                        "---\n",
                        "--- # c\n",
                        "# comment\n",
                        "\n",
                        "a: 1\n",
                        "b: |\n  ---\n  x\n",
                        "c: \"--- x\"\n",
                        "d: ---x\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> {
                    StringBuilder text = new StringBuilder();
                    int keys = 0;
                    for (String part : parts) {
                        text.append(part.replaceFirst("^[a-d]:", "k" + keys++ + ":"));
                    }
                    return text.toString();
                });
    }
}
