package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway backup}. */
@Command(
        name = "backup",
        description =
                "Write a backup of a running server to a file, sealed with a passphrase. Restore: slipway restore FILE.")
public final class BackupCommand extends ServerCommand {

    private static final String PASSPHRASE = "SLIPWAY_BACKUP_PASSPHRASE";

    @Parameters(index = "0", paramLabel = "FILE", description = "must not exist yet")
    private Path file = Path.of("");

    public BackupCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (Files.exists(file)) {
            throw new CliException(
                    ExitCode.USAGE,
                    CliProblem.of("\"" + file + "\" exists already.", "Name another file: nothing is overwritten."));
        }
        requireDirectory();
        String passphrase = passphrase();
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            server.download(API + "/backup", Map.of("Slipway-Passphrase", passphrase), partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            long bytes = Files.size(file);
            output.line("The backup is in " + file + " (" + (bytes + 1023) / 1024 + " kB).");
            output.result(JsonMapper.shared()
                    .createObjectNode()
                    .put("file", file.toString())
                    .put("bytes", bytes));
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "The backup could not be written to \"" + file + "\": " + e.getMessage(),
                            "Look at the directory and its disk, and run the command again."));
        } finally {
            remove(partial);
        }
    }

    /** Said before a passphrase is asked for. */
    private void requireDirectory() {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new CliException(
                    ExitCode.USAGE,
                    CliProblem.of("There is no directory \"" + directory + "\".", "Make it, or name another file."));
        }
    }

    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException _) {
            // What is left says by its name that it is a part.
        }
    }

    private String passphrase() {
        String given = surroundings().environment().getOrDefault(PASSPHRASE, "");
        if (!given.isEmpty()) {
            return given;
        }
        Console console = surroundings().terminal() ? System.console() : null;
        char[] typed =
                console == null ? null : console.readPassword("Passphrase (keep it: nobody opens the file without): ");
        if (typed == null || typed.length == 0) {
            throw new CliException(
                    ExitCode.USAGE,
                    CliProblem.of(
                            "The passphrase is missing.", "Type it at a terminal, or put it into " + PASSPHRASE + "."));
        }
        return new String(typed);
    }
}
