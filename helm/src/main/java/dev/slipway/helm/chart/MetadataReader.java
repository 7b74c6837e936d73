package dev.slipway.helm.chart;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Values;
import dev.slipway.helm.version.Version;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Chart.yaml, and requirements.yaml of charts of the first version. */
final class MetadataReader {
    private final String file;
    private final String text;
    private final Problems problems = new Problems();

    MetadataReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws Refusal with all that is wrong */
    ChartMetadata read(String requirementsFile, @Nullable String requirements) {
        Map<String, @Nullable Object> fields = map(file, text);
        List<Dependency> dependencies =
                requirements == null ? dependencies(fields, text) : dependencies(requirementsFile, requirements);
        require(fields, "name", "the chart's name");
        require(fields, "version", "a semantic version such as 1.2.3");
        requireApiVersion(fields);
        String version = field(fields, "version");
        if (!version.isEmpty() && !isVersion(version)) {
            add("version", "\"" + version + "\" is not a version.", "a semantic version such as 1.2.3.");
        }
        problems.stopIfAny();
        return new ChartMetadata(
                field(fields, "apiVersion"),
                field(fields, "name"),
                version,
                field(fields, "type"),
                field(fields, "kubeVersion"),
                dependencies,
                texts(fields));
    }

    /** What a lock, or requirements.yaml, lists. */
    static List<Dependency> dependencies(String file, String text) {
        return dependencies(map(file, text), text);
    }

    private static Map<String, @Nullable Object> map(String file, String text) {
        try {
            Map<String, @Nullable Object> map = Values.map(GoYaml.exact(file, text));
            return map == null ? Map.of() : map;
        } catch (YamlException e) {
            throw Refusal.notYaml(e);
        }
    }

    private void require(Map<String, @Nullable Object> fields, String name, String what) {
        if (field(fields, name).isEmpty()) {
            add(name, "This chart has no " + name + ".", what + ".");
        }
    }

    private void requireApiVersion(Map<String, @Nullable Object> fields) {
        String version = field(fields, "apiVersion");
        if (!version.equals("v1") && !version.equals("v2")) {
            add(
                    "apiVersion",
                    version.isEmpty()
                            ? "This chart has no apiVersion."
                            : "The apiVersion \"" + version + "\" is not known.",
                    "v2, or v1 for charts of Helm 2.");
        }
    }

    private void add(String field, String what, String expected) {
        problems.add(new Place(file, line(text, "^" + field + ":"), 1), what, expected, "Correct it.");
    }

    private static boolean isVersion(String text) {
        try {
            Version.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Dependency> dependencies(Map<String, @Nullable Object> fields, String text) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Object entry : Objects.requireNonNullElse(Values.list(fields.get("dependencies")), List.of())) {
            Map<String, @Nullable Object> dependency = Values.map(entry);
            if (dependency != null) {
                dependencies.add(dependency(dependency, text));
            }
        }
        return dependencies;
    }

    private static Dependency dependency(Map<String, @Nullable Object> fields, String text) {
        String name = field(fields, "name");
        List<String> tags = Objects.requireNonNullElse(Values.list(fields.get("tags")), List.of()).stream()
                .map(String::valueOf)
                .toList();
        return new Dependency(
                name,
                field(fields, "version"),
                field(fields, "repository"),
                field(fields, "alias"),
                field(fields, "condition"),
                tags,
                Objects.requireNonNullElse(Values.list(fields.get("import-values")), List.of()),
                line(text, "^[ {-]*name: *[\"']?" + Pattern.quote(name) + "[\"']? *([,}#].*)?$"));
    }

    /** The first line that matches, from 1. */
    private static int line(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        return matcher.find()
                ? 1
                        + (int) text.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 1;
    }

    /** A scalar as a text, as Go reads one into a field of that type. */
    private static String field(Map<String, @Nullable Object> fields, String name) {
        return switch (fields.get(name)) {
            case String text -> text;
            case Number number -> GoYaml.keyText(number);
            case Boolean truth -> truth.toString();
            case null, default -> "";
        };
    }

    /** The fields that are texts made texts; templates see them so. */
    private static Map<String, @Nullable Object> texts(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> texts.put(
                name,
                value instanceof Number || (value instanceof Boolean && !name.equals("deprecated"))
                        ? field(fields, name)
                        : value));
        return texts;
    }
}
