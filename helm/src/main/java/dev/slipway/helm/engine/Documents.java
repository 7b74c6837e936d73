package dev.slipway.helm.engine;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Values;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what a template wrote apart into objects. */
public final class Documents {
    private static final Pattern SEPARATOR = Pattern.compile("(?:^|\\s*\n)---\\s*");

    /**
     * A document.
     *
     * @param kind by which it is ordered, empty when it has none
     * @param objects one, or the items of a list
     * @param text as written
     */
    public record Document(String kind, List<Resource> objects, String text) {}

    private final String file;
    private final Problems problems;
    private final List<Document> documents = new ArrayList<>();

    private Documents(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The documents of a text that hold something.
     *
     * @param file the template, for messages
     * @param problems takes what is no YAML or no object
     */
    public static List<Document> of(String file, String text, Problems problems) {
        Documents documents = new Documents(file, problems);
        int start = text.length() - text.stripLeading().length();
        String body = text.strip();
        Matcher separator = SEPARATOR.matcher(body);
        int at = 0;
        while (separator.find()) {
            documents.add(body.substring(at, separator.start()), line(text, start + at));
            at = separator.end();
        }
        documents.add(body.substring(at), line(text, start + at));
        return documents.documents;
    }

    private static int line(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private void add(String text, int line) {
        if (text.isBlank()) {
            return;
        }
        Object value;
        try {
            value = GoYaml.exact(file, text);
        } catch (YamlException e) {
            int shown = e.place().line();
            problems.add(
                    new Place(file, 1, 1),
                    "What this template writes is not YAML: " + e.reason() + " That is line " + (line + shown - 1)
                            + " of its output: " + quoted(text, shown),
                    "YAML.",
                    "Correct the template or the values; slipway render shows what other templates write.");
            return;
        }
        Map<String, @Nullable Object> map = Values.map(value);
        if (map != null) {
            List<Resource> objects = new ArrayList<>();
            gather(map, line, objects);
            documents.add(new Document(map.get("kind") instanceof String kind ? kind : "", objects, text));
        } else if (value != null) {
            notAnObject(line, "no map");
        }
    }

    private static String quoted(String text, int line) {
        String[] lines = text.split("\n", -1);
        return "\"" + (line <= lines.length ? lines[line - 1].strip() : "") + "\".";
    }

    private void gather(Map<String, @Nullable Object> map, int line, List<Resource> objects) {
        List<@Nullable Object> items = Values.list(map.get("items"));
        if (map.get("kind") instanceof String kind && kind.endsWith("List") && items != null) {
            for (Object item : items) {
                Map<String, @Nullable Object> object = Values.map(item);
                if (object != null) {
                    gather(object, line, objects);
                }
            }
            return;
        }
        Resource resource = Resource.of(map);
        String missing = resource.kind().isEmpty()
                ? "kind"
                : resource.apiVersion().isEmpty()
                        ? "apiVersion"
                        : resource.name().isEmpty() ? "metadata.name" : "";
        if (missing.isEmpty()
                || (missing.equals("metadata.name")
                        && resource.text("metadata", "generateName").isPresent())) {
            objects.add(resource);
        } else {
            notAnObject(line, "without " + missing);
        }
    }

    private void notAnObject(int line, String what) {
        problems.add(
                new Place(file, 1, 1),
                "This template writes a document (line " + line + " of its output) that is no Kubernetes object: it is "
                        + what + ".",
                "a map with apiVersion, kind and metadata.name.",
                "Correct the template or the values.");
    }
}
