package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import dev.slipway.scaffolding.mapping.Mapping;
import dev.slipway.scaffolding.mapping.MappingReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actions that a program without a server knows: the built-in ones, and those that a platform.yaml maps: the one that was named, or
 * the nearest one above a template.
 */
public final class LocalActions {

    private static final String PLATFORM = "platform.yaml";

    private final Actions own =
            new Actions(Stream.<Action>concat(KnownActions.all().stream(), BuiltinActions.all().stream())
                    .toList());
    private final Map<Path, Optional<Actions>> mapped = new HashMap<>();
    private final @Nullable Path platform;

    /** @param platform null to look for it above each template */
    public LocalActions(@Nullable Path platform) {
        this.platform = platform;
    }

    /**
     * The actions of templates in this directory.
     *
     * @throws CliException with all that is wrong with the mappings
     */
    public Actions of(Path directory) {
        Path named = platform;
        if (named != null) {
            return read(named).orElseThrow(() -> noPlatform(named));
        }
        for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(PLATFORM);
            Optional<Actions> actions = Files.isRegularFile(file) ? read(file) : Optional.empty();
            if (actions.isPresent()) {
                return actions.get();
            }
        }
        return own;
    }

    private static CliException noPlatform(Path file) {
        return new CliException(
                ExitCode.USAGE,
                List.of(new CliProblem(
                        "--platform", "\"" + file + "\" has no Platform.", "a file with kind: Platform", null)));
    }

    /** Empty when there is no Platform in it: a file of that name may mean anything. */
    private Optional<Actions> read(Path file) {
        Optional<Actions> known = mapped.get(file);
        if (known == null) {
            known = MappingReader.platform(shown(file), text(file)).map(this::with);
            mapped.put(file, known);
        }
        return known;
    }

    private Actions with(MappingReader.Mappings mappings) {
        if (!mappings.findings().isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED,
                    mappings.findings().stream()
                            .map(finding -> new CliProblem(finding.place().toString(), finding.message(), null, null))
                            .toList());
        }
        return own.with(Mapping.local(mappings.all(), own));
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException _) {
            throw unreadable(file, "it is not UTF-8");
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static CliException unreadable(Path file, String reason) {
        return new CliException(
                ExitCode.USAGE,
                List.of(new CliProblem(
                        "--platform", "\"" + file + "\" cannot be read: " + reason, "a platform.yaml", null)));
    }
}
