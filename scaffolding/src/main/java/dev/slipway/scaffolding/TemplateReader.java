package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code scaffolder.backstage.io/v1beta3} templates, and says everything that is wrong with one at once. */
public final class TemplateReader {

    private static final String API_VERSION = "scaffolder.backstage.io/v1beta3";
    private static final String ORIGIN = "slipway.dev/origin";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private TemplateReader(String file) {
        this.file = file;
    }

    /**
     * The template in this text.
     *
     * @param file its name for messages
     * @throws ScaffoldingException with everything that is wrong
     */
    public static TemplateDefinition read(String file, String text) {
        return new TemplateReader(file).definition(text);
    }

    private TemplateDefinition definition(String text) {
        YamlMap root = document(text);
        YamlMap metadata = requiredMap(root, "metadata");
        YamlMap spec = requiredMap(root, "spec");
        expect(root, "apiVersion", API_VERSION);
        expect(root, "kind", "Template");
        String name = name(metadata);
        TemplateDefinition definition = new TemplateDefinition(
                file,
                name,
                metadata.text("title").orElse(name),
                metadata.text("description").orElse(""),
                metadata.items("tags").stream()
                        .flatMap(tag -> tag.asText().stream())
                        .toList(),
                metadata.map("annotations").flatMap(all -> all.text(ORIGIN)).orElse(""),
                requiredText(spec, "type"),
                spec.text("owner").orElse(""),
                spec.text("lifecycle").orElse(""),
                spec.get("parameters").map(this::pages).orElse(List.of()),
                secretsSchema(spec),
                buttonLabels(spec),
                steps(spec),
                spec.map("output").orElse(null));
        failIfFound();
        return definition;
    }

    private YamlMap document(String text) {
        try {
            return YamlReader.core()
                    .document(file, text)
                    .flatMap(YamlValue::asMap)
                    .orElseThrow(() -> new ScaffoldingException(
                            List.of(new Finding(new Place(file, 1, 1), "A template is a map, with kind: Template."))));
        } catch (YamlException e) {
            throw new ScaffoldingException(List.of(new Finding(e.place(), e.reason())));
        }
    }

    private void failIfFound() {
        if (!findings.isEmpty()) {
            throw new ScaffoldingException(findings);
        }
    }

    private YamlMap requiredMap(YamlMap in, String key) {
        Optional<YamlMap> map = in.map(key);
        if (map.isEmpty()) {
            find(in.get(key).map(YamlValue::place).orElse(in.place()), "\"" + key + "\" must be a map.");
        }
        return map.orElseGet(() -> new YamlMap(List.of(), in.place(), in.span()));
    }

    private String requiredText(YamlMap in, String key) {
        Optional<String> text = in.text(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            find(in.get(key).map(YamlValue::place).orElse(in.place()), "\"" + key + "\" is missing.");
        }
        return text.orElse("");
    }

    private void expect(YamlMap in, String key, String expected) {
        String actual = in.text(key).orElse("");
        if (!actual.equals(expected)) {
            find(
                    in.get(key).map(YamlValue::place).orElse(in.place()),
                    "\"" + key + "\" is \"" + actual + "\", expected \"" + expected + "\".");
        }
    }

    private String name(YamlMap metadata) {
        String name = requiredText(metadata, "name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            find(
                    metadata.get("name").orElseThrow().place(),
                    "\"" + name + "\" is not a name: expected at most 63 letters, digits, - _ and .");
        }
        return name;
    }

    private List<ParameterPage> pages(YamlValue parameters) {
        List<YamlValue> pages = parameters.asList().map(list -> list.items()).orElse(List.of(parameters));
        return pages.stream().flatMap(page -> page(page).stream()).toList();
    }

    private Optional<ParameterPage> page(YamlValue value) {
        Optional<YamlMap> page = value.asMap();
        if (page.isEmpty()) {
            find(value.place(), "A page of parameters is a map with title and properties, not " + value.kind() + ".");
        }
        return page.map(map -> new ParameterPage(
                map.text("title").orElse(""), map.text("description").orElse(""), map.plain()));
    }

    private Map<String, @Nullable Object> secretsSchema(YamlMap spec) {
        return optionalMap(spec, "secrets")
                .flatMap(secrets -> optionalMap(secrets, "schema"))
                .map(YamlMap::plain)
                .orElse(Map.of());
    }

    private ButtonLabels buttonLabels(YamlMap spec) {
        return optionalMap(spec, "presentation")
                .flatMap(presentation -> optionalMap(presentation, "buttonLabels"))
                .map(labels -> new ButtonLabels(
                        labels.text("backButtonText").orElse(""),
                        labels.text("createButtonText").orElse(""),
                        labels.text("reviewButtonText").orElse("")))
                .orElse(ButtonLabels.USUAL);
    }

    private Optional<YamlMap> optionalMap(YamlMap in, String key) {
        Optional<YamlValue> value = in.get(key);
        if (value.isPresent() && value.get().asMap().isEmpty()) {
            find(
                    value.get().place(),
                    "\"" + key + "\" must be a map, not " + value.get().kind() + ".");
        }
        return value.flatMap(YamlValue::asMap);
    }

    private List<Step> steps(YamlMap spec) {
        if (spec.get("steps").flatMap(YamlValue::asList).isEmpty()) {
            find(spec.place(), "\"steps\" must be a list with at least one step.");
        }
        Set<String> ids = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (YamlValue item : spec.items("steps")) {
            Optional<YamlMap> map = item.asMap();
            if (map.isEmpty()) {
                find(item.place(), "A step is a map with an action, not " + item.kind() + ".");
            } else {
                steps.add(step(map.get(), steps.size() + 1, ids));
            }
        }
        return steps;
    }

    private Step step(YamlMap map, int number, Set<String> ids) {
        String id = map.text("id").orElse("step-" + number);
        if (!ids.add(id)) {
            find(map.place(), "The step id \"" + id + "\" stands here a second time.");
        }
        if (map.get("input").isPresent() && map.map("input").isEmpty()) {
            find(map.get("input").get().place(), "The input of step \"" + id + "\" must be a map.");
        }
        return new Step(
                id,
                map.text("name").orElse(id),
                requiredText(map, "action"),
                map.map("input").orElse(null),
                map.get("if").orElse(null),
                map.get("each").orElse(null),
                map.place());
    }

    private void find(Place place, String message) {
        findings.add(new Finding(place, message));
    }
}
