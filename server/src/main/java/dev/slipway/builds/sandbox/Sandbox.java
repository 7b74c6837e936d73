package dev.slipway.builds.sandbox;

import dev.slipway.builds.BuildIsolation;
import dev.slipway.builds.kind.Command;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.sandbox.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Starts commands as isolated as this machine allows; what it allows is tried out once, when it is first asked for. */
@Component
public class Sandbox implements BuildIsolation {

    private final BuildDirectories directories;

    /** Why namespaces do not work; empty when they do. */
    private @Nullable String refusal;

    /** @param wanted {@code auto}, or {@code none} to do without */
    public Sandbox(BuildDirectories directories, @Value("${slipway.builds.isolation:auto}") String wanted) {
        this.directories = directories;
        this.refusal = wanted.equals("none") ? "slipway.builds.isolation is none" : null;
    }

    @Override
    public String level() {
        return refusal().isEmpty() ? "user-namespace" : "none";
    }

    @Override
    public String explanation() {
        String reason = refusal();
        return reason.isEmpty()
                ? "Builds run in user, mount and process namespaces of their own: they see neither Slipway's data nor other processes."
                : "Builds run as processes of Slipway's own user, because namespaces are not available here: " + reason;
    }

    /**
     * Starts a command with the environment of builds and its own, its output and errors in one stream.
     *
     * @param space the directory that it may see of Slipway's data
     */
    public Process start(Command command, Path space, Path directory) throws IOException {
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putAll(Environments.of(space));
        boolean isolated = refusal().isEmpty();
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

    private synchronized String refusal() {
        String known = refusal;
        if (known == null) {
            known = triedOut();
            refusal = known;
        }
        return known;
    }

    private String triedOut() {
        try {
            Path space = Files.createDirectories(directories.data().resolve("builds/trial"));
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return Trial.refusal(
                    NamespaceScript.around(Command.of("test", "-x", java), space, space, directories.data()),
                    space,
                    Environments.path());
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
