package dev.slipway.builds.sandbox;

import dev.slipway.builds.BuildIsolation;
import dev.slipway.builds.kind.Command;
import dev.slipway.builds.store.BuildDirectories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts commands as isolated as this machine allows; what it allows is tried out once, when it is first asked for. */
@Component
public class Sandbox implements BuildIsolation {

    private static final long LONGEST_TRIAL_SECONDS = 20;

    private final BuildDirectories directories;
    private @Nullable Trial trial;

    /** @param refusal why namespaces do not work; empty when they do */
    private record Trial(String refusal) {}

    public Sandbox(BuildDirectories directories) {
        this.directories = directories;
    }

    @Override
    public String level() {
        return trial().refusal().isEmpty() ? "user-namespace" : "none";
    }

    @Override
    public String explanation() {
        String refusal = trial().refusal();
        return refusal.isEmpty()
                ? "Builds run in user, mount and process namespaces of their own: they see neither Slipway's data nor other processes."
                : "Builds run as processes of Slipway's own user, because namespaces are not available here: "
                        + refusal;
    }

    /**
     * Starts a command with the environment of builds and its own, its output and errors in one stream.
     *
     * @param space the directory that it may see of Slipway's data
     */
    public Process start(Command command, Path space, Path directory) throws IOException {
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putAll(Environments.of(space));
        boolean isolated = trial().refusal().isEmpty();
        return process(
                isolated ? NamespaceScript.around(command, space, directory, directories.data()) : command.words(),
                directory,
                environment);
    }

    private static Process process(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private synchronized Trial trial() {
        if (trial == null) {
            trial = new Trial(refusal());
        }
        return trial;
    }

    private String refusal() {
        try {
            Path space = directories.data().resolve("builds/trial");
            Files.createDirectories(space);
            Command command = Command.of(
                    "test",
                    "-x",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
            return outcome(process(
                    NamespaceScript.around(command, space, space, directories.data()), space, Environments.path()));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String outcome(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "unshare did not end";
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.exitValue() == 0
                ? ""
                : output.lines().findFirst().orElse("unshare exited with " + process.exitValue());
    }
}
