package dev.slipway.cli.command;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Checkouts that are read instead of asking a server. */
final class CheckoutOption {

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "a checkout of the platform repository: no server is asked")
    private @Nullable Path directory;

    @Option(
            names = "--source",
            paramLabel = "URL=DIR",
            description = "with --directory: a checkout of another repository that its Applications name")
    private Map<String, Path> sources = Map.of();

    /** Empty where the server is asked. */
    Optional<Path> directory() {
        if (directory == null && !sources.isEmpty()) {
            throw new CliException(
                    ExitCode.USAGE, new CliProblem("--source", "It goes with --directory only.", null, null));
        }
        return Optional.ofNullable(directory);
    }

    Map<String, Path> sources() {
        return sources;
    }
}
