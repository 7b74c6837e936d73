package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Charts for each feature, and what Helm made of them when they were recorded; {@code helm/record.sh} records again. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> rendersWhatHelmRenders() {
        return ChartCase.all().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    ChartCase chart = read(file);

                    if (chart.files().containsKey(ChartCase.FAILS)) {
                        assertThat(chart.ours()).startsWith(ChartCase.FAILS + "\n");
                    } else {
                        assertThat(chart.ours().strip())
                                .isEqualTo(chart.files().get(ChartCase.EXPECTED).strip());
                    }
                }));
    }

    @Test
    void recordsWhatHelmRenders() throws IOException {
        assumeTrue(Boolean.getBoolean("record"), "Only helm/record.sh records.");
        assertThat(HelmJava.isThere())
                .as("helm-java's native library, and KUBECONFIG=/dev/null")
                .isTrue();
        for (Path file : ChartCase.all()) {
            String text = Files.readString(file).replaceAll("(?s)\n-- (expected|fails) --\n.*", "\n");
            String result = HelmJava.render(ChartCase.parse(name(file), text));
            boolean fails = result.startsWith(ChartCase.FAILS + "\n");
            Files.writeString(
                    file,
                    text.stripTrailing() + "\n-- " + (fails ? "" : "expected --\n")
                            + (fails ? result.replaceFirst("\n", " --\n") : result));
        }
    }

    private static ChartCase read(Path file) throws IOException {
        return ChartCase.parse(name(file), Files.readString(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".chart", "");
    }
}
