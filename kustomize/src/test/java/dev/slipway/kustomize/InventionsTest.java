package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kustomize.document.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Renders invented kustomizations, and compares with what kubectl printed for them when they were recorded. */
class InventionsTest {
    private static final String TABLE = "inventions.txt";
    private static final int COUNT = Integer.getInteger("inventions", 2000);
    private static final int FROM = Integer.getInteger("inventions.from", 0);

    @TempDir
    private Path temporary;

    @Test
    void rendersWhatKubectlPrintedForEachOfThem() {
        List<List<String>> rows = Tables.read(InventionsTest.class, TABLE);

        assertThat(rows).hasSizeGreaterThan(1900);
        assertThat(rows.parallelStream().filter(row -> !isAsRecorded(row)).map(List::getFirst))
                .as("inventions that changed, or render to something else: record them with -Dinventions=2000"
                        + " when they are meant to have changed")
                .isEmpty();
    }

    private static boolean isAsRecorded(List<String> row) {
        String[] files = Invention.files(Long.parseLong(row.getFirst()));
        return List.of(hash(String.join("\0", files)), hash(rendered(files))).equals(row.subList(1, 3));
    }

    /** Renders what kubectl renders now, and records it when all of it is equal. */
    @Test
    @EnabledIfSystemProperty(named = "inventions", matches = "[0-9]+")
    @DisabledIfSystemProperty(named = "inventions.from", matches = "[0-9]+")
    void recordsWhatKubectlPrints() throws IOException {
        List<String> rows = IntStream.range(0, COUNT)
                .parallel()
                .mapToObj(number -> row(number))
                .toList();

        assertThat(rows.stream().filter(row -> row.contains("\n"))).isEmpty();
        Files.writeString(
                Path.of("src/test/resources/dev/slipway/kustomize", TABLE),
                "# number of the invention, hash of its files, hash of what kubectl printed\n" + String.join("\n", rows)
                        + "\n");
    }

    /** With other numbers than the recorded ones: {@code -Dinventions.from=100000 -Dinventions=2000}. */
    @Test
    @EnabledIfSystemProperty(named = "inventions.from", matches = "[0-9]+")
    void rendersOthersAsKubectlDoes() {
        assertThat(IntStream.range(FROM, FROM + COUNT)
                        .parallel()
                        .mapToObj(this::row)
                        .filter(row -> row.contains("\n")))
                .isEmpty();
    }

    private String row(int number) {
        String[] files = Invention.files(number);
        String expected = Kubectl.output(temporary.resolve("i" + number), "overlay", files);
        String actual = rendered(files);
        return expected.equals(actual)
                ? number + " " + hash(String.join("\0", files)) + " " + hash(actual)
                : "### " + number + "\n" + String.join("\n", files) + "\nkubectl:\n" + expected + "\nhere:\n" + actual;
    }

    /** "refused" when it is, for so does kubectl. */
    private static String rendered(String[] files) {
        try {
            return Kustomize.render(MemoryTree.ofTexts(files), "overlay", Overrides.none())
                    .text();
        } catch (KustomizeException e) {
            return "refused" + (Boolean.getBoolean("why") ? e.getMessage() : "");
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
