package dev.slipway.builds.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the line that says what went wrong in what Maven has written. */
final class MavenFailure {

    private static final Pattern UNREACHABLE = Pattern.compile(
            ".*(Could not transfer artifact|Could not find artifact|Non-resolvable|Could not resolve dependencies"
                    + "|could not be resolved|No plugin found for prefix).*");
    private static final Pattern SUMMARY = Pattern.compile("(Failures|Errors):");
    private static final String ERROR = "[ERROR]";

    private MavenFailure() {}

    /** A colon and the line; empty when there is none. */
    static String in(List<String> output, Path checkout) {
        List<String> errors = output.stream()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()).strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return Stream.of(
                        unreachable(errors),
                        afterSummary(errors),
                        errors.stream().findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .map(line -> ": " + line.replace(checkout + "/", ""))
                .orElse("");
    }

    private static Optional<String> unreachable(List<String> errors) {
        return errors.stream()
                .filter(line -> UNREACHABLE.matcher(line).matches())
                .findFirst()
                .map(line -> "a dependency is neither in the cache nor can it be downloaded. " + line);
    }

    /** Surefire lists the tests that failed at the end. */
    private static Optional<String> afterSummary(List<String> errors) {
        for (int i = 0; i + 1 < errors.size(); i++) {
            if (SUMMARY.matcher(errors.get(i)).matches()) {
                return Optional.of(errors.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
