package dev.slipway.template.nunjucks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of cases, a concept each. {@code # comment}; {@code = {json}} sets the context and {@code options a b} the options of what
 * follows; a template is the lines up to the one that begins with {@code → }, which has what nunjucks makes of it. What this library
 * makes of it stands before that, behind {@code ⇒ }, if it is something else on purpose.
 */
final class Corpus {

    static final Path FOLDER = Path.of("src/test/resources/nunjucks");
    private static final String RESULT = "→ ";
    private static final String OURS = "⇒ ";

    /** A case, with the place it stands at, nunjucks' result, and ours if that is another. */
    record Entry(
            String place,
            Case each,
            Result expected,
            @Nullable Result ours) {

        @Override
        public String toString() {
            return place + " " + each.template();
        }
    }

    private Corpus() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> entries(Path file) {
        List<Entry> entries = new ArrayList<>();
        walk(file, (entry, line) -> {
            entries.add(entry);
            return line;
        });
        return entries;
    }

    /** Writes the results of a file again. */
    static void record(Path file, Function<Case, Result> renderer) throws IOException {
        List<String> lines =
                walk(file, (entry, _) -> RESULT + renderer.apply(entry.each()).written());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private interface Visitor {
        String line(Entry entry, String line);
    }

    private static List<String> walk(Path file, Visitor visitor) {
        List<String> lines = new ArrayList<>();
        List<String> template = new ArrayList<>();
        String context = "{}";
        List<String> options = List.of();
        Result ours = null;
        for (String line : read(file)) {
            if (line.startsWith(RESULT.strip())) {
                String place = file.getFileName() + ":" + (lines.size() + 1);
                Case each = new Case(template(String.join("\n", template)), context, options);
                lines.add(visitor.line(new Entry(place, each, result(line), ours), line));
                template.clear();
                ours = null;
                continue;
            }
            if (line.startsWith(OURS.strip())) {
                ours = result(line);
                lines.add(line);
                continue;
            }
            lines.add(line);
            if (!template.isEmpty()) {
                template.add(line);
            } else if (line.startsWith("= ")) {
                context = line.substring(2);
            } else if (line.startsWith("options")) {
                options = Stream.of(line.split(" ")).skip(1).toList();
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                template.add(line);
            }
        }
        return lines;
    }

    private static Result result(String line) {
        return Result.read(line.substring(Math.min(line.length(), RESULT.length())));
    }

    /** A template with line breaks is written as a JSON string. */
    private static String template(String written) {
        return written.startsWith("\"") ? JsonLine.unquoted(written) : written;
    }

    private static List<String> read(Path file) {
        try {
            return List.of(Files.readString(file).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
