package dev.slipway.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a script with Backstage's published clients in Node; it prints its answers as one JSON object. */
public final class BackstageClient {

    private static final Path DIRECTORY = Path.of("target", "backstage-client");
    private static final List<String> PACKAGES = List.of("catalog-client", "plugin-scaffolder-common");

    private final String script;

    private BackstageClient(String script) {
        this.script = script;
    }

    /** Has npm fetch the clients, once for all builds of this checkout. Without Node or the packages the test is skipped. */
    public static BackstageClient installed(String script) throws IOException, InterruptedException {
        assumeTrue(onPath("node") && onPath("npm"), "skipped: no Node.js");
        Files.createDirectories(DIRECTORY);
        for (String file : List.of("package.json", script)) {
            Files.writeString(DIRECTORY.resolve(file), resource(file));
        }
        boolean there = PACKAGES.stream()
                .allMatch(name -> Files.isDirectory(
                        DIRECTORY.resolve("node_modules/@backstage").resolve(name)));
        assumeTrue(
                there
                        || process(List.of("npm", "install", "--no-audit", "--no-fund", "--silent"))
                                        .waitFor()
                                == 0,
                "skipped: the clients' packages cannot be had");
        return new BackstageClient(script);
    }

    public JsonNode run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Process process = process(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return JsonMapper.shared().readTree(output);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static String resource(String file) throws IOException {
        try (var stream = BackstageClient.class.getResourceAsStream("/backstage-client/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
