package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.template.syntax.NearMisses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads files of tests, and says everything that is wrong with one at once. */
final class TestReader {

    private static final Set<String> TEST = Set.of("name", "values", "secrets", "user", "answers", "expect");
    private static final Set<String> USER = Set.of("ref", "entity");
    private static final Set<String> EXPECT =
            Set.of("fields", "error", "files", "complete", "folder", "ran", "skipped", "output");
    private static final Set<String> ERROR = Set.of("step", "message");
    private static final Set<String> FILE = Set.of("contains", "lacks", "matches", "absent");
    private static final Set<String> OUTPUT = Set.of("links", "text");

    private final String path;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private TestReader(String path, String file) {
        this.path = path;
        this.file = file;
    }

    /**
     * The tests of a file, one for each of its documents.
     *
     * @param path in the template's directory
     * @param file its name for places
     * @throws ScaffoldingException with everything that is wrong
     */
    static List<TemplateTest> read(String path, String file, String text) {
        return new TestReader(path, file).tests(text);
    }

    private List<TemplateTest> tests(String text) {
        List<TemplateTest> tests = new ArrayList<>();
        try {
            List<YamlValue> documents = YamlReader.core().documents(file, text);
            if (documents.isEmpty()) {
                find(new Place(file, 1, 1), "There is no test in this file.");
            }
            for (YamlValue document : documents) {
                map(document, "A test").ifPresent(map -> tests.add(test(map, documents.size() > 1, tests.size() + 1)));
            }
        } catch (YamlException e) {
            find(e.place(), e.reason());
        }
        if (!findings.isEmpty()) {
            throw new ScaffoldingException(findings);
        }
        return tests;
    }

    private TemplateTest test(YamlMap map, boolean several, int number) {
        keys(map, TEST, "a test");
        Optional<YamlMap> user = map.map("user");
        user.ifPresent(entity -> keys(entity, USER, "user"));
        return new TemplateTest(
                map.text("name").orElse(several ? path + " #" + number : path),
                path,
                map.place(),
                map(map, "values").map(YamlMap::plain).orElse(Map.of()),
                secrets(map),
                user.flatMap(entity -> entity.text("ref"))
                        .or(() -> map.text("user"))
                        .orElse("user:default/guest"),
                user.flatMap(entity -> map(entity, "entity"))
                        .map(YamlMap::plain)
                        .orElse(Map.of()),
                answers(map),
                expected(map(map, "expect").orElseGet(() -> new YamlMap(List.of(), map.place(), map.span()))));
    }

    private Map<String, String> secrets(YamlMap map) {
        Map<String, String> secrets = new LinkedHashMap<>();
        map(map, "secrets")
                .ifPresent(all -> all.entries()
                        .forEach(entry -> text(entry.value(), "A secret")
                                .ifPresent(value -> secrets.put(entry.key().text(), value))));
        return secrets;
    }

    private Map<String, Map<String, @Nullable Object>> answers(YamlMap map) {
        Map<String, Map<String, @Nullable Object>> answers = new LinkedHashMap<>();
        map(map, "answers")
                .ifPresent(all -> all.entries()
                        .forEach(entry -> map(entry.value(), "The outputs of a step")
                                .ifPresent(outputs -> answers.put(entry.key().text(), outputs.plain()))));
        return answers;
    }

    private TemplateTest.Expected expected(YamlMap expect) {
        keys(expect, EXPECT, "expect");
        Optional<YamlMap> output = map(expect, "output");
        output.ifPresent(this::output);
        return new TemplateTest.Expected(
                fields(expect),
                expect.get("error").flatMap(this::failure).orElse(null),
                files(expect),
                isTrue(expect, "complete"),
                expect.get("folder").flatMap(this::folder).orElse(null),
                steps(expect, "ran"),
                steps(expect, "skipped"),
                output.orElse(null));
    }

    private void output(YamlMap output) {
        OUTPUT.forEach(key -> output.get(key)
                .filter(value -> value.asList().isEmpty())
                .ifPresent(value -> find(value.place(), "\"" + key + "\" must be a list, not " + value.kind() + ".")));
    }

    /** A map of parts of messages, or a list of names. */
    private Map<String, String> fields(YamlMap expect) {
        Map<String, String> fields = new LinkedHashMap<>();
        expect.get("fields").ifPresent(value -> {
            if (value instanceof YamlList list) {
                list.items().forEach(item -> text(item, "A field").ifPresent(name -> fields.put(name, "")));
            } else {
                map(value, "\"fields\"")
                        .ifPresent(map -> map.entries()
                                .forEach(entry -> fields.put(
                                        entry.key().text(),
                                        entry.value().asText().orElse(""))));
            }
        });
        return fields;
    }

    private Optional<TemplateTest.Failure> failure(YamlValue value) {
        if (value.asText().isPresent()) {
            return Optional.of(new TemplateTest.Failure("", value.asText().get(), value.place()));
        }
        return map(value, "\"error\"").map(map -> {
            keys(map, ERROR, "error");
            return new TemplateTest.Failure(
                    map.text("step").orElse(""), map.text("message").orElse(""), map.place());
        });
    }

    private Map<String, ExpectedFile> files(YamlMap expect) {
        Map<String, ExpectedFile> files = new LinkedHashMap<>();
        map(expect, "files")
                .ifPresent(map -> map.entries()
                        .forEach(entry -> files.put(
                                normalised(entry.key().text(), entry.key().place()),
                                file(entry.key().text(), entry.value()))));
        return files;
    }

    private ExpectedFile file(String key, YamlValue value) {
        if (value.asMap().isEmpty()) {
            return new ExpectedFile.Exact(key, text(value, "A file").orElse(""), value.place());
        }
        YamlMap map = value.asMap().get();
        keys(map, FILE, "a file");
        return isTrue(map, "absent")
                ? new ExpectedFile.Absent(value.place())
                : new ExpectedFile.Like(texts(map, "contains"), texts(map, "lacks"), patterns(map), value.place());
    }

    private List<Pattern> patterns(YamlMap map) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlValue value : values(map, "matches")) {
            try {
                patterns.add(Pattern.compile(value.asText().orElse(""), Pattern.MULTILINE));
            } catch (PatternSyntaxException e) {
                find(value.place(), "This is not a regular expression: " + e.getDescription() + ".");
            }
        }
        return patterns;
    }

    private Optional<TemplateTest.Folder> folder(YamlValue value) {
        return text(value, "\"folder\"")
                .map(text ->
                        new TemplateTest.Folder(resolved(TreePath.parent(path), text, value.place()), value.place()));
    }

    private List<TemplateTest.Named> steps(YamlMap expect, String key) {
        return values(expect, key).stream()
                .map(value -> new TemplateTest.Named(text(value, "A step").orElse(""), value.place()))
                .toList();
    }

    private List<String> texts(YamlMap map, String key) {
        return values(map, key).stream()
                .flatMap(value -> text(value, "\"" + key + "\"").stream())
                .toList();
    }

    /** The items of a list, or one value alone. */
    private static List<YamlValue> values(YamlMap map, String key) {
        return map.get(key)
                .map(value -> value.asList().map(YamlList::items).orElse(List.of(value)))
                .orElse(List.of());
    }

    private boolean isTrue(YamlMap map, String key) {
        Object value = map.get(key).map(YamlValue::plain).orElse(false);
        if (!(value instanceof Boolean)) {
            find(map.get(key).orElse(map).place(), "\"" + key + "\" is true or false.");
        }
        return Boolean.TRUE.equals(value);
    }

    private String normalised(String text, Place place) {
        return resolved("", text, place);
    }

    private String resolved(String directory, String text, Place place) {
        try {
            return TreePath.resolve(directory, text);
        } catch (TreeException e) {
            find(place, String.valueOf(e.getMessage()));
            return text;
        }
    }

    private Optional<String> text(YamlValue value, String what) {
        Optional<String> text = value.asText();
        if (text.isEmpty()) {
            find(value.place(), what + " must be a text, not " + value.kind() + ".");
        }
        return text;
    }

    private Optional<YamlMap> map(YamlMap in, String key) {
        return in.get(key).flatMap(value -> map(value, "\"" + key + "\""));
    }

    private Optional<YamlMap> map(YamlValue value, String what) {
        if (value.asMap().isEmpty()) {
            find(value.place(), what + " must be a map, not " + value.kind() + ".");
        }
        return value.asMap();
    }

    private void keys(YamlMap map, Set<String> known, String what) {
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                List<String> near = NearMisses.of(key, known);
                find(
                        entry.key().place(),
                        "\"" + key + "\" is not a key of " + what + "."
                                + (near.isEmpty()
                                        ? " Known are: " + String.join(", ", new TreeSet<>(known)) + "."
                                        : " Did you mean \"" + String.join("\" or \"", near) + "\"?"));
            }
        }
    }

    private void find(Place place, String message) {
        findings.add(new Finding(place, message));
    }
}
