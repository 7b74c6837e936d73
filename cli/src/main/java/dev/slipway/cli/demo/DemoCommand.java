package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slipway demo}. */
@Command(
        name = "demo",
        description = "Shows a service's way from a golden path to production and back, on a server of its own.")
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--keep", description = "Leave the server running and its data where they are.")
    private boolean keep;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty data directory. Default: a new temporary one.")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: a free one.")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = Files.createTempDirectory("slipway-demo-");
        Path dataDirectory = data == null ? directory.resolve("data") : data.toAbsolutePath();
        if (!isEmpty(dataDirectory)) {
            spec.commandLine()
                    .getErr()
                    .println(dataDirectory + " is not empty: the demo needs an installation of its own.");
            return 2;
        }
        LocalServer server = new LocalServer(program(), dataDirectory, port == 0 ? LocalServer.freePort() : port);
        Thread stop = new Thread(server::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        out.println("Slipway starts on port " + server.port() + " with data in " + dataDirectory + ".");
        out.flush();
        server.start();
        boolean held = run(server, Files.createDirectories(directory.resolve("clones")), out);
        Runtime.getRuntime().removeShutdownHook(stop);
        if (!keep) {
            server.stop();
        }
        farewell(server, directory, keep).forEach(out::println);
        out.flush();
        return held ? 0 : 1;
    }

    private boolean run(LocalServer server, Path workspace, PrintWriter out) {
        try {
            new Demo(server, workspace, out, new Patience(PATIENCE).unless(server::end)).run();
            out.println("Everything held.");
            return true;
        } catch (RuntimeException e) {
            spec.commandLine().getErr().println("✗ " + e.getMessage());
            spec.commandLine().getErr().println("The server's log is " + server.log() + ".");
            return false;
        } finally {
            out.flush();
        }
    }

    /** @param directory what the demo made for itself, which nobody else removes */
    static List<String> farewell(LocalServer server, Path directory, boolean kept) {
        if (!kept) {
            return List.of("It is stopped. What it leaves is in " + directory + "; remove it: rm -r " + directory);
        }
        return List.of(
                "It keeps running: http://slipway.localhost:" + server.port() + "/",
                "Sign in as rosa, ren, remy or paula; their passwords are in "
                        + server.data().resolve("sample-users.json") + ".",
                "Stop it: kill " + server.pid(),
                "Then remove what it leaves: rm -r " + directory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    /** By the script that started this one. */
    private static LocalServer.Program program() {
        String launcher = Objects.requireNonNullElse(System.getenv("SLIPWAY_LAUNCHER"), "./slipway");
        return new LocalServer.Program(List.of(launcher, "up"), List.of(launcher, "restore"));
    }
}
