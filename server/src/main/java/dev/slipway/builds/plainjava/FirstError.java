package dev.slipway.builds.plainjava;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the line that says what went wrong in what a tool has written. */
final class FirstError {

    private static final Pattern COMPILER = Pattern.compile(".*\\.java:\\d+: error: .*");
    private static final Pattern EXCEPTION =
            Pattern.compile("(Exception in thread .*|([\\w$]+\\.)*[\\w$]*(Error|Exception)(: .*)?)");

    private FirstError() {}

    /** A colon and javac's first error, or its first line. */
    static String ofCompiler(List<String> output) {
        return first(output, line -> COMPILER.matcher(line).matches());
    }

    /** A colon and the exception that ended a program, or its last line. */
    static String ofProgram(List<String> output) {
        String exception = first(output, line -> EXCEPTION.matcher(line).matches());
        return exception.replaceFirst("Exception in thread \"main\" ", "");
    }

    private static String first(List<String> output, Predicate<String> telling) {
        return output.stream()
                .filter(telling)
                .findFirst()
                .or(() -> output.stream().filter(line -> !line.isBlank()).reduce((earlier, later) -> later))
                .map(line -> ": " + line.strip())
                .orElse("");
    }
}
