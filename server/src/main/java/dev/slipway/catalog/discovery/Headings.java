package dev.slipway.catalog.discovery;

import dev.slipway.catalog.ingest.Words;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.git.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The headings of Markdown documents: what stands behind {@code #} or above a line of {@code =} or {@code -}. */
final class Headings {

    private static final int LARGEST_DOCUMENT = 256 << 10;
    private static final int LONGEST_HEADING = 300;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)[ \t]*");
    private static final Pattern MARKED = Pattern.compile(" {0,3}#{1,6}[ \t].*");

    private Headings() {}

    /** The words of all headings of these documents, as far as they are not too many. */
    static String words(Snapshot snapshot, Collection<String> paths) {
        StringBuilder words = new StringBuilder();
        for (String path : paths) {
            for (String heading : of(text(snapshot, path))) {
                if (words.length() + heading.length() > MOST_TEXT) {
                    return words.toString();
                }
                words.append(Words.of(heading)).append('\n');
            }
        }
        return words.toString();
    }

    /** The beginning of a long document; nothing of one that is gone. */
    private static String text(Snapshot snapshot, String path) {
        try (InputStream stream = snapshot.open(path)) {
            return new String(stream.readNBytes(LARGEST_DOCUMENT), StandardCharsets.UTF_8);
        } catch (TreeException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headings in order; what stands in code, and before the text between lines of three hyphens, is none. */
    static List<String> of(String markdown) {
        List<String> headings = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        String fence = "";
        String before = "";
        for (String line : lines.subList(behindFrontMatter(lines), lines.size())) {
            String stripped = line.strip();
            String mark = fenceOf(stripped);
            if (!fence.isEmpty()) {
                fence = stripped.equals(mark) && mark.startsWith(fence) ? "" : fence;
                before = "";
            } else if (!mark.isEmpty()) {
                fence = mark;
            } else if (line.length() > LONGEST_HEADING) {
                before = "";
            } else if (MARKED.matcher(line).matches()) {
                add(headings, stripped.replaceFirst("^#+", "").replaceFirst("[ \t]#+$", ""));
                before = "";
            } else if (UNDERLINE.matcher(line).matches()) {
                add(headings, before);
                before = "";
            } else {
                before = line.startsWith("    ") || line.startsWith("\t") ? "" : stripped;
            }
        }
        return headings;
    }

    private static void add(List<String> headings, String text) {
        if (!text.isBlank()) {
            headings.add(text.strip());
        }
    }

    /** What opens or closes code: at least three backquotes or tildes; empty for other lines. */
    private static String fenceOf(String line) {
        int end = 0;
        while (end < line.length()
                && (line.charAt(end) == '`' || line.charAt(end) == '~')
                && line.charAt(end) == line.charAt(0)) {
            end++;
        }
        return end < 3 ? "" : line.substring(0, end);
    }

    private static int behindFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }
}
