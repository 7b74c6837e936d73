package dev.slipway.services.detection;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for patterns in lines of files; what is large, generated or a test is left out. */
final class Lines {

    private static final Set<String> SOURCES =
            Set.of("java", "kt", "scala", "groovy", "js", "mjs", "cjs", "ts", "py", "go", "rs", "rb", "php", "cs");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(^|/)(tests?|spec|node_modules|vendor|target|build|dist|docs?|examples?|\\.[^/]*)/");
    private static final int MOST_FILES = 1_000;
    private static final int LARGEST = 256 << 10;
    private static final int LONGEST_LINE = 500;

    private final FileTree tree;
    private final List<Source> sources;

    /** A file's text. */
    private record Source(String path, List<String> lines) {}

    /** A place where a pattern was found, with its first group. */
    record Hit(String file, int line, String text) {}

    Lines(FileTree tree) {
        this.tree = tree;
        this.sources = tree.walk("").stream()
                .filter(TreeEntry::isFile)
                .map(TreeEntry::path)
                .filter(path -> SOURCES.contains(ending(path))
                        && !ELSEWHERE.matcher(path).find())
                .limit(MOST_FILES)
                .flatMap(path -> read(path).stream())
                .toList();
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Optional<Source> read(String path) {
        try {
            return tree.text(path)
                    .filter(text -> text.length() <= LARGEST)
                    .map(text -> new Source(path, text.lines().toList()));
        } catch (TreeException _) {
            return Optional.empty(); // larger than the tree reads: no source that somebody wrote
        }
    }

    /** In the sources, in the order of their paths. */
    List<Hit> inSources(Pattern pattern) {
        return sources.stream()
                .flatMap(source -> hits(source, pattern).stream())
                .toList();
    }

    List<Hit> in(String path, Pattern pattern) {
        return read(path).map(source -> hits(source, pattern)).orElse(List.of());
    }

    private static List<Hit> hits(Source source, Pattern pattern) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            Matcher matcher = pattern.matcher(line);
            if (line.length() <= LONGEST_LINE && !isComment(line) && matcher.find()) {
                String text = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group();
                hits.add(new Hit(source.path(), i + 1, text));
            }
        }
        return hits;
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("//") || text.startsWith("*") || text.startsWith("/*") || text.startsWith("#");
    }
}
