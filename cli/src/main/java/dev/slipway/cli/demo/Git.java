package dev.slipway.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git command line, as the demo's people use it. */
public final class Git {

    private final Path directory;

    public Git(Path directory) {
        this.directory = directory;
    }

    /** A command's end. */
    public record Result(int exitCode, String output) {}

    /** Runs and insists on success. */
    public String run(String... arguments) {
        Result result = tryRun(arguments);
        if (result.exitCode() != 0) {
            throw new DemoFailure("git " + String.join(" ", arguments) + " failed: " + result.output());
        }
        return result.output();
    }

    public Result tryRun(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "credential.helper=", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new DemoFailure("git could not be started: " + e.getMessage() + ". Install git.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.");
        }
    }
}
