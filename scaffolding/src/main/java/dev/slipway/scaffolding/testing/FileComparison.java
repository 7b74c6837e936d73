package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.form.BoundedPattern;
import dev.slipway.scaffolding.testing.TestResult.Failure;
import dev.slipway.template.syntax.NearMisses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the files that a template made with those that a test expects. */
final class FileComparison {

    private static final int SHOWN_LINES = 30;

    private final MemoryTree actual;
    private final FileTree template;
    private final List<Failure> failures;

    FileComparison(MemoryTree actual, FileTree template, List<Failure> failures) {
        this.actual = actual;
        this.template = template;
        this.failures = failures;
    }

    void compare(Map<String, ExpectedFile> files) {
        files.forEach((path, expected) -> {
            FileContent content = actual.files().get(path);
            if (expected instanceof ExpectedFile.Absent(Place place)) {
                if (content != null || actual.isDirectory(path)) {
                    fail(place, "\"" + path + "\" is there.");
                }
            } else if (content == null) {
                missing(path, expected.place());
            } else if (expected instanceof ExpectedFile.Exact(String _, String text, Place place)) {
                same(path, text, content.text(), place);
            } else if (expected instanceof ExpectedFile.Like like) {
                like(path, content.text(), like);
            }
        });
    }

    private void missing(String path, Place place) {
        List<String> near = NearMisses.of(path, actual.files().keySet());
        fail(
                place,
                "\"" + path + "\" is missing."
                        + (near.isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", near) + "\"?"));
    }

    private void same(String path, String expected, String content, Place place) {
        if (!expected.equals(content)) {
            failures.add(new Failure(place, "\"" + path + "\" is different.", Differences.between(expected, content)));
        }
    }

    private void like(String path, String content, ExpectedFile.Like like) {
        like.contains().stream()
                .filter(part -> !content.contains(part))
                .forEach(part -> failures.add(new Failure(
                        like.place(), "\"" + path + "\" does not contain \"" + part + "\".", beginning(content))));
        like.lacks().stream()
                .filter(content::contains)
                .forEach(part -> fail(like.place(), "\"" + path + "\" contains \"" + part + "\"."));
        like.matches().forEach(pattern -> matches(path, content, pattern, like.place()));
    }

    /** What is there instead. */
    private static String beginning(String content) {
        return content.lines().limit(SHOWN_LINES).map(line -> " " + line).collect(Collectors.joining("\n"))
                + (content.lines().count() > SHOWN_LINES ? "\n …" : "");
    }

    private void matches(String path, String content, Pattern pattern, Place place) {
        try {
            if (!BoundedPattern.of("(?m)" + pattern.pattern()).matches(content)) {
                fail(place, "Nothing in \"" + path + "\" matches " + pattern + ".");
            }
        } catch (IllegalArgumentException e) {
            fail(place, String.valueOf(e.getMessage()));
        }
    }

    /** Every file is expected by name. */
    void nothingElse(Set<String> expected, Place place) {
        actual.files().keySet().stream()
                .filter(path -> !expected.contains(path))
                .forEach(path -> fail(place, "\"" + path + "\" was not expected."));
    }

    /** The files are those of a folder, with the same contents and modes. */
    void compare(TemplateTest.Folder folder) {
        Map<String, FileContent> expected = files(template, folder.path());
        if (expected.isEmpty()) {
            fail(folder.place(), "There are no files in \"" + folder.path() + "\"; --update writes them.");
            return;
        }
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(actual.files().keySet());
        all.forEach(path -> inFolder(path, expected.get(path), folder));
    }

    static Map<String, FileContent> files(FileTree tree, String folder) {
        Map<String, FileContent> files = new LinkedHashMap<>();
        for (TreeEntry entry : tree.walk(folder)) {
            if (entry.isFile()) {
                String path = folder.isEmpty() ? entry.path() : entry.path().substring(folder.length() + 1);
                files.put(path, new FileContent(tree.read(entry.path()), entry.mode()));
            }
        }
        return files;
    }

    private void inFolder(String path, @Nullable FileContent expected, TemplateTest.Folder folder) {
        FileContent content = actual.files().get(path);
        if (content == null) {
            missing(path, folder.place());
        } else if (expected == null) {
            fail(folder.place(), "\"" + path + "\" was not expected.");
        } else if (!expected.text().equals(content.text())) {
            same(path, expected.text(), content.text(), folder.place());
        } else if (!expected.equals(content)) {
            fail(
                    folder.place(),
                    "\"" + path + "\" has " + (expected.mode() == content.mode() ? "other bytes" : "another mode")
                            + ".");
        }
    }

    private void fail(Place place, String message) {
        failures.add(new Failure(place, message));
    }
}
