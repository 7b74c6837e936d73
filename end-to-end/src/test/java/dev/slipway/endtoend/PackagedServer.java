package dev.slipway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What the module server's package phase made, unpacked and started as the launcher does, but without the second compiler:
 * with an ahead-of-time cache, which is recorded once for all tests.
 */
final class PackagedServer {

    private static final Path FOLDER = Path.of("target", "server").toAbsolutePath();
    private static final String AHEAD_OF_TIME = System.getProperty("spring.aot.enabled", "false");
    private static final long LONGEST_SECONDS = 300;

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            // As for tests: none of these servers lives long enough for the second compiler's work to pay.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:aot*=off",
            "-Xlog:cds*=off",
            "-Dspring.aot.enabled=" + AHEAD_OF_TIME);

    private PackagedServer() {}

    /** The command, to which Slipway's arguments are added. */
    static List<String> command(String... javaOptions) {
        return command(Prepared.OPTIONS, List.of(javaOptions));
    }

    /** The jar that the module server packages. */
    static Path packaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "server", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("slipway-server-.*-app\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("Build the module server first: ./mvnw package -pl server -am"));
        }
    }

    private static List<String> command(List<String> prepared, List<String> options) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(prepared);
        command.addAll(options);
        command.addAll(List.of("-jar", FOLDER.resolve("slipway-server.jar").toString()));
        return command;
    }

    /** Made when the first test asks, of whichever process; another one waits for the program, not for its cache. */
    private static final class Prepared {

        private static final Path CACHE = FOLDER.resolve("server.aot");

        static final List<String> OPTIONS = options();

        private static List<String> options() {
            try {
                unpack();
                if (!Boolean.parseBoolean(AHEAD_OF_TIME)) {
                    return List.of();
                }
                recordUnlessSomebodyDoes();
                // Java starts without, as long as it is not there.
                return List.of("-XX:AOTCache=" + CACHE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void unpack() throws IOException {
            try (FileChannel channel = open("server.lock");
                    FileLock _ = channel.lock()) {
                Path madeOf = FOLDER.resolve("made-of");
                String packaged = checksum(packaged()) + " " + AHEAD_OF_TIME;
                if (!Files.exists(madeOf) || !Files.readString(madeOf).equals(packaged)) {
                    delete(FOLDER);
                    extract();
                    Files.writeString(madeOf, packaged);
                }
            }
        }

        private static void recordUnlessSomebodyDoes() throws IOException {
            try (FileChannel channel = open("recording.lock");
                    FileLock lock = channel.tryLock()) {
                if (lock != null && !Files.exists(CACHE)) {
                    record();
                }
            }
        }

        private static FileChannel open(String lock) throws IOException {
            return FileChannel.open(Path.of("target", lock), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }

        private static String checksum(Path file) throws IOException {
            CRC32C checksum = new CRC32C();
            checksum.update(Files.readAllBytes(file));
            return Long.toHexString(checksum.getValue());
        }

        private static void extract() throws IOException {
            run(List.of(
                    JAVA.getFirst(),
                    "-Djarmode=tools",
                    "-jar",
                    packaged().toString(),
                    "extract",
                    "--destination",
                    FOLDER.toString(),
                    "--application-filename",
                    "slipway-server.jar"));
        }

        private static void record() throws IOException {
            Path recording = FOLDER.resolve("recording.aot");
            List<String> training = command(List.of("-XX:AOTCacheOutput=" + recording), List.of());
            Path data = FOLDER.resolve("training");
            training.addAll(List.of("--data", data.toString(), "--port", "0", "--sample"));
            run(training);
            delete(data);
            Files.move(recording, CACHE, StandardCopyOption.ATOMIC_MOVE);
        }

        private static void delete(Path directory) throws IOException {
            if (Files.exists(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }

        private static void run(List<String> command) throws IOException {
            Path log = Path.of("target", "server.log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Map.of("SLIPWAY_TRAINING", "on", "SLIPWAY_CONFIG", "/dev/null"));
            Process process = builder.start();
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IllegalStateException("The server could not be prepared; " + log + " says why.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
