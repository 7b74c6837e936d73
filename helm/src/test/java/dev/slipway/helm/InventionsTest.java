package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Charts that numbers stand for, compared with what Helm made of the same numbers. */
class InventionsTest {
    private static final Path RECORD = Path.of("src/test/resources/inventions.txt");
    private static final int RECORDED = 1_500;

    /** A text that is cut within a character: Go keeps the broken byte. */
    private static final List<Integer> DIFFERENT = List.of(1115, 1168);

    @Test
    void rendersInventionsAsHelmDid() throws IOException {
        List<String> recorded = Files.readAllLines(RECORD);

        List<Integer> different = IntStream.range(0, recorded.size())
                .filter(number -> !digest(Invention.of(number).ours()).equals(recorded.get(number)))
                .boxed()
                .toList();

        assertThat(different).isEqualTo(DIFFERENT);
    }

    @Test
    void rendersInventionsAsHelmDoes() {
        assumeTrue(HelmJava.isThere(), "helm-java's native library does not load here, or KUBECONFIG is not /dev/null");
        int first = RECORDED + (int) (System.nanoTime() % 1_000_000_000);

        for (int number = first; number < first + 50; number++) {
            ChartCase chart = Invention.of(number);
            assertThat(digest(chart.ours()))
                    .as("invention %d: %s", number, chart.ours())
                    .isEqualTo(digest(HelmJava.render(chart)));
        }
    }

    @Test
    void recordsWhatHelmRenders() throws IOException {
        assumeTrue(Boolean.getBoolean("record"), "Only helm/record.sh records.");
        assertThat(HelmJava.isThere())
                .as("helm-java's native library, and KUBECONFIG=/dev/null")
                .isTrue();
        List<String> digests = new ArrayList<>();
        for (int number = 0; number < RECORDED; number++) {
            digests.add(digest(HelmJava.render(Invention.of(number))));
        }
        Files.write(RECORD, digests);
    }

    /** What is refused is refused in other words. */
    private static String digest(String text) {
        if (text.startsWith(ChartCase.FAILS + "\n")) {
            return ChartCase.FAILS;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
