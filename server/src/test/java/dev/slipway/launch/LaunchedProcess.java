package dev.slipway.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tiny.TinyApplication;

/** {@code slipway up} as a real process, with an application of a few lines. */
final class LaunchedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    LaunchedProcess(Path home, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(temporary(home));
        output = Files.createTempFile(home, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                TinyApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SLIPWAY_HOME", home.toString());
        process = builder.start();
    }

    /** Where all that were started with this home put their temporary files. */
    static Path temporary(Path home) {
        return home.resolve("temporary");
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it says that it has started. */
    LaunchedProcess awaitStart() {
        Awaitility.await().atMost(PATIENCE).until(() -> output().contains("Ctrl-C") || !process.isAlive());
        return this;
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end.");
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    static String get(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
