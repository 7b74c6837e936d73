package dev.slipway.cli.command;

import dev.slipway.cli.template.LocalActions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose mapped actions templates may use. */
final class PlatformOption {

    @Option(
            names = "--platform",
            paramLabel = "FILE",
            description = "the platform.yaml whose mapped actions count; default: the nearest one above the template")
    private @Nullable Path platform;

    LocalActions actions() {
        return new LocalActions(platform);
    }
}
