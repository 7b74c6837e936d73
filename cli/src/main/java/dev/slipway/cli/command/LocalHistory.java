package dev.slipway.cli.command;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checkout on this machine, whose branches and tags are pushed with the git command line. */
final class LocalHistory {

    private static final String HEADS = "refs/heads/";
    private static final String WRITERS = HEADS + "slipway/";

    private final Path directory;

    LocalHistory(Path directory) {
        this.directory = directory;
    }

    /** @throws CliException when it is no checkout, is empty, or holds a part of its history only */
    void check() {
        if (!git(Map.of(), "rev-parse", "--git-dir").succeeded()) {
            throw refused("\"" + directory + "\" is no Git repository.", "Name a checkout, or an address.");
        }
        if (!git(Map.of(), "rev-parse", "--verify", "-q", "HEAD").succeeded()) {
            throw refused("\"" + directory + "\" has no commit yet.", "Commit something first.");
        }
        if (git(Map.of(), "rev-parse", "--is-shallow-repository")
                .output()
                .strip()
                .equals("true")) {
            throw refused(
                    "\"" + directory + "\" holds a part of its history only.",
                    "Fetch the rest first: git fetch --unshallow");
        }
    }

    /** Its name as a service's could be. */
    String name() {
        return directory
                .toAbsolutePath()
                .normalize()
                .getFileName()
                .toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("\\.git$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
    }

    /**
     * Pushes all branches and tags; the one that is checked out becomes main where there is no main. The token travels in the
     * environment: arguments can be seen by everybody on the machine.
     */
    void push(String url, Optional<String> token) {
        List<String> words = new ArrayList<>(List.of("push", "--no-verify", "--porcelain", url));
        words.addAll(refs());
        Result result =
                git(token.map(secret -> credentials(url, secret)).orElse(Map.of()), words.toArray(String[]::new));
        if (!result.succeeded()) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "The push failed: " + result.output().strip(), "Put it right and run the command again."));
        }
    }

    private List<String> refs() {
        List<String> branches = lines("for-each-ref", "--format=%(refname)", HEADS).stream()
                .filter(ref -> !ref.startsWith(WRITERS))
                .toList();
        List<String> specs = new ArrayList<>();
        boolean hasMain = branches.contains(HEADS + "main");
        String current = git(Map.of(), "symbolic-ref", "-q", "HEAD").output().strip();
        if (!hasMain) {
            specs.add("HEAD:" + HEADS + "main");
        }
        branches.stream()
                .filter(branch -> hasMain || !branch.equals(current))
                .forEach(branch -> specs.add(branch + ":" + branch));
        lines("for-each-ref", "--format=%(refname)", "refs/tags/").forEach(tag -> specs.add(tag + ":" + tag));
        return specs;
    }

    private List<String> lines(String... arguments) {
        return git(Map.of(), arguments)
                .output()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Map<String, String> credentials(String url, String token) {
        return Map.of(
                "GIT_CONFIG_COUNT",
                "1",
                "GIT_CONFIG_KEY_0",
                "http." + url + ".extraHeader",
                "GIT_CONFIG_VALUE_0",
                "Authorization: Bearer " + token);
    }

    /** How git ended. */
    private record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Result git(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "credential.helper=", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw refused("git could not be started: " + e.getMessage() + ".", "Install git.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("Interrupted.", "Run the command again.");
        }
    }

    private static CliException refused(String message, String next) {
        return new CliException(ExitCode.REFUSED, CliProblem.of(message, next));
    }

    static boolean isDirectory(String text) {
        return !text.contains("://") && Files.isDirectory(Path.of(text));
    }
}
