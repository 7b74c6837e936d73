package dev.slipway.cli.render;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.helm.ReleaseOptions;
import dev.slipway.helm.ValueSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How charts are rendered.
 *
 * @param release its name
 * @param values files, each over those before it
 * @param sets as Helm's {@code --set}, over the files
 */
public record ChartChoices(String release, String namespace, List<Path> values, List<String> sets) {

    /** @param root of the checkout; files outside of it are read all the same, as they were named by hand */
    ReleaseOptions options(Path root) {
        List<ValueSource> sources = new ArrayList<>();
        values.forEach(file -> sources.add(source(root, file)));
        sets.forEach(expression -> sources.add(new ValueSource.Set(expression)));
        return ReleaseOptions.of(release, namespace).withValues(sources);
    }

    private static ValueSource source(Path root, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem("--values", "There is no file \"" + file + "\".", "a file with values", null));
        }
        try {
            Path real = file.toRealPath();
            return real.startsWith(root)
                    ? new ValueSource.File(root.relativize(real).toString().replace('\\', '/'))
                    : new ValueSource.Text(file.toString(), Files.readString(real));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
