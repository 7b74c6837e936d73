package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.yaml.YamlReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void cutsAtMarkersOnly() {
        assertThat(Chunk.of("# head\n---\na: 1\n--- # next\nb: |\n  ---\n  text\n---\n"))
                .containsExactly(new Chunk(2, "\na: 1\n"), new Chunk(4, " # next\nb: |\n  ---\n  text\n"));
    }

    @Test
    void leavesOutDocumentsOfOnlyComments() {
        assertThat(Chunk.of("# only: this\n---\n  # and\r#this\r\n\t%TAG\n---\n# a\rb: 1\n"))
                .containsExactly(new Chunk(5, "\n# a\rb: 1\n"));
    }

    @Test
    void leavesOutDirectivesAndAByteOrderMark() {
        assertThat(Chunk.of("\uFEFF%YAML 1.2\n---\na: 1\n")).containsExactly(new Chunk(2, "\na: 1\n"));
        assertThat(Chunk.of("\uFEFFa: 1\n")).containsExactly(new Chunk(1, "a: 1\n"));
    }

    /** Wherever a block that is read ends. */
    @Property(tries = 500)
    void cutsAlikeInBlocksOfAnyLength(
            @ForAll("streams") String stream, @ForAll @IntRange(min = 1, max = 7) int length) {
        List<Chunk> chunks = new ArrayList<>();

        new Chunks(inBlocks(stream, length)).forEachRemaining(chunks::add);

        assertThat(chunks).isEqualTo(Chunk.of(stream));
    }

    private static Reader inBlocks(String text, int length) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] block, int from, int most) throws IOException {
                return super.read(block, from, Math.min(length, most));
            }
        };
    }

    @Test
    void goesOnBehindADocumentThatIsTooLong() {
        String endless = "a: " + "x\n".repeat(20 << 20);

        List<Chunk> chunks = Chunk.of(endless + "---\nb: 1\n");

        assertThat(chunks).hasSize(2);
        assertThat(chunks.getFirst().text().length()).isLessThan(17 << 20);
        assertThatThrownBy(
                        () -> YamlReader.core().documents("f", chunks.getFirst().text()))
                .hasMessageContaining("16 MiB");
        assertThat(chunks.getLast()).isEqualTo(new Chunk((20 << 20) + 1, "\nb: 1\n"));
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
