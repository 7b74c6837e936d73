package dev.slipway.gotemplate.go;

import dev.slipway.gotemplate.MissingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files of templates, each followed by what Go made of it. A line that begins with {@code =} is the data of those that follow, one
 * that begins with {@code missingkey} an option of theirs, {@code #} a comment. A template that is not one plain line is a JSON string.
 */
final class Corpus {

    static final Path FOLDER = Path.of("src/test/resources/go");

    private Corpus() {}

    /** A case, and its result as it is written. */
    record Recorded(Case each, String result) {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static List<Recorded> read(Path file) throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        rewrite(file, Function.identity(), (each, line) -> recorded.add(new Recorded(each, line)));
        return recorded;
    }

    /** Writes the results again. */
    static void record(Path file, Function<Case, Result> engine) throws IOException {
        List<Case> last = new ArrayList<>();
        List<String> lines =
                rewrite(file, line -> Result.isWritten(line) ? null : line, (each, line) -> last.add(each));
        List<String> written = new ArrayList<>();
        int next = 0;
        for (String line : lines) {
            if (line == null) continue;
            written.add(line);
            if (isTemplate(line)) written.add(engine.apply(last.get(next++)).written());
        }
        Files.write(file, written);
    }

    /** Told of each template, with the line that follows it. */
    @FunctionalInterface
    private interface Visitor {
        void visit(Case each, String nextLine);
    }

    private static List<String> rewrite(Path file, Function<String, String> change, Visitor visitor)
            throws IOException {
        String data = "{}";
        MissingKey missingKey = MissingKey.DEFAULT;
        List<String> lines = Files.readAllLines(file);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            changed.add(change.apply(line));
            if (line.startsWith("= ")) data = line.substring(2);
            else if (line.startsWith("missingkey "))
                missingKey = MissingKey.valueOf(line.substring(11).toUpperCase(Locale.ROOT));
            else if (isTemplate(line)) {
                String template = line.startsWith("\"") ? String.valueOf(Json.parse(line)) : line;
                visitor.visit(new Case(template, data, missingKey), i + 1 < lines.size() ? lines.get(i + 1) : "");
            }
        }
        return changed;
    }

    private static boolean isTemplate(String line) {
        return !line.isBlank()
                && !line.startsWith("#")
                && !line.startsWith("= ")
                && !line.startsWith("missingkey ")
                && !Result.isWritten(line);
    }
}
