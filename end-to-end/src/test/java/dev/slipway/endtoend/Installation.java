package dev.slipway.endtoend;

import dev.slipway.cli.demo.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server of this build, started as a process of its own. */
final class Installation {

    private Installation() {}

    /** A server that is not started yet. */
    static LocalServer in(Path directory) {
        List<String> up = List.of(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                // What the build of Slipway has downloaded need not be downloaded again.
                "-Dslipway.builds.maven.user-home=" + Path.of(System.getProperty("user.home"), ".m2"),
                "-jar",
                jar().toString());
        List<String> restore = new ArrayList<>(up);
        restore.add("restore");
        List<String> importing = new ArrayList<>(up);
        // The servers that tests bring repositories from are on this machine.
        importing.addAll(List.of("--import-hosts", "127.0.0.1"));
        return new LocalServer(
                new LocalServer.Program(importing, restore), directory.resolve("data"), LocalServer.freePort());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Made by the module server's package phase. */
    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("..", "server", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("slipway-server-.*-app\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("Build the module server first: ./mvnw package -pl server -am"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
