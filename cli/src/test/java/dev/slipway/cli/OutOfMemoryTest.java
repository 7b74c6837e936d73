package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that is larger than the memory: in a process of its own. */
class OutOfMemoryTest {

    @TempDir
    private Path directory;

    @Test
    void saysHowToUseMore() throws Exception {
        Files.writeString(directory.resolve("app.yaml"), """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop-prod}
                spec:
                  source: {repoURL: "https://git.example/gitops", path: shop}
                  destination: {name: in-cluster, namespace: shop}
                """);
        Path shop = Files.createDirectory(directory.resolve("shop"));
        // Many small values fill the memory soon; few large ones keep its collector busy for a minute before.
        String values =
                IntStream.range(0, 20_000).mapToObj("  k%d: x\n"::formatted).collect(Collectors.joining());
        for (int i = 0; i < 60; i++) {
            Files.writeString(
                    shop.resolve(i + ".yaml"),
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a%d}\ndata:\n%s".formatted(i, values));
        }

        assertThat(said("validate", directory.toString()))
                .containsPattern("This needs more memory than the 3\\d MB that the command line may use\\.")
                .contains("SLIPWAY_CLI_MEMORY=4g")
                .doesNotContain("\tat ");
    }

    private static String said(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(java.util.List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
