package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.transform.Image;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a kustomization file. */
public final class KustomizationReader {
    private static final Set<String> SUPPORTED = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "bases",
            "components",
            "namespace",
            "namePrefix",
            "nameSuffix",
            "commonLabels",
            "commonAnnotations",
            "labels",
            "images",
            "imageTags",
            "replicas",
            "patches",
            "patchesStrategicMerge",
            "patchesJson6902",
            "configMapGenerator",
            "secretGenerator",
            "generatorOptions",
            "replacements",
            "vars",
            "generators",
            "transformers",
            "validators",
            "configurations",
            "crds",
            "openapi",
            "buildMetadata",
            "sortOptions");
    private static final List<String> BUILD_METADATA =
            List.of("originAnnotations", "transformerAnnotations", "managedByLabel");

    private final Fields fields;
    private final Problems problems;
    private final String file;

    private KustomizationReader(String file, Fields fields, Problems problems) {
        this.file = file;
        this.fields = fields;
        this.problems = problems;
    }

    /** @throws Refusal with everything that is wrong with the file */
    public static Kustomization read(String file, List<YamlValue> documents) {
        if (documents.size() != 1 || !(documents.getFirst() instanceof YamlMap map)) {
            throw new Refusal(
                    documents.isEmpty()
                            ? new dev.slipway.documents.yaml.Place(file, 1, 1)
                            : documents.getLast().place(),
                    "This is not a kustomization.",
                    "one document, a map such as \"resources: [deployment.yaml]\".",
                    "Write what it should contain.");
        }
        requireContent(map);
        Problems problems = new Problems();
        Kustomization read = new KustomizationReader(file, new Fields(map, problems), problems).read();
        problems.stopIfAny();
        return read;
    }

    /** An empty list is something: nothing comes of it, and it may be meant so. */
    private static void requireContent(YamlMap map) {
        boolean empty = map.entries().stream()
                .filter(entry ->
                        !Set.of("apiVersion", "kind").contains(entry.key().text()))
                .allMatch(entry -> entry.value() instanceof YamlScalar scalar
                        && (scalar.value() == null || scalar.text().isEmpty()));
        if (empty) {
            throw new Refusal(
                    map.place(),
                    "This kustomization is empty.",
                    "at least resources.",
                    "Add what it should contain; \"resources: []\" where that is nothing.");
        }
    }

    private Kustomization read() {
        Set<String> known = new HashSet<>(SUPPORTED);
        known.addAll(Refused.reasons().keySet());
        fields.allowOnly(known, "a kustomization");
        Refused.reasons().forEach(this::refuse);
        boolean component = checkKind();
        List<Text> resources = new ArrayList<>(fields.texts("resources"));
        resources.addAll(fields.texts("bases"));
        return new Kustomization(
                file,
                fields.place(),
                component,
                resources,
                fields.texts("components"),
                new Text(fields.placeOf("namespace"), fields.text("namespace")),
                fields.text("namePrefix"),
                fields.text("nameSuffix"),
                fields.pairs("commonLabels"),
                fields.pairs("commonAnnotations"),
                fields.list("labels", KustomizationReader::labels),
                images(),
                fields.list("replicas", EntryReader::replica),
                PatchReader.patches(fields, "patches"),
                PatchReader.strategicMerge(fields),
                PatchReader.patches(fields, "patchesJson6902"),
                ReplacementReader.entries(fields),
                new GeneratorReader(fields).read(fields),
                VariableReader.variables(fields),
                new Extensions(fields.texts("generators"), fields.texts("transformers"), fields.texts("validators")),
                new Definitions(fields.texts("configurations"), fields.texts("crds"), openapi()),
                buildMetadata(),
                fields.child("sortOptions").map(this::order).orElse(null));
    }

    private @Nullable Text openapi() {
        Fields openapi = fields.child("openapi").orElse(null);
        if (openapi == null) {
            return null;
        }
        openapi.allowOnly(Set.of("path", "version"), "openapi");
        return openapi.has("path") ? new Text(openapi.placeOf("path"), openapi.text("path")) : null;
    }

    private Set<String> buildMetadata() {
        Set<String> options = new HashSet<>();
        for (Text option : fields.texts("buildMetadata")) {
            if (!BUILD_METADATA.contains(option.text())) {
                problems.add(
                        option.place(),
                        "\"" + option.text() + "\" is no option of buildMetadata.",
                        String.join(", ", BUILD_METADATA) + ".",
                        "Correct or remove it.");
            }
            options.add(option.text());
        }
        return options;
    }

    private void refuse(String field, String reason) {
        boolean empty = fields.get(field)
                .map(value -> value.asList().map(list -> list.items().isEmpty()).orElse(false))
                .orElse(true);
        if (!empty) {
            problems.add(
                    fields.placeOf(field),
                    "\"" + field + "\" is refused: " + reason + ".",
                    "a kustomization without it.",
                    "Render it elsewhere and keep the result as plain files, or do it with patches.");
        }
    }

    private boolean checkKind() {
        String kind = fields.text("kind");
        boolean component = kind.equals("Component");
        String apiVersion = "kustomize.config.k8s.io/" + (component ? "v1alpha1" : "v1beta1");
        expect("kind", kind, component ? "Component" : "Kustomization");
        expect("apiVersion", fields.text("apiVersion"), apiVersion);
        return component;
    }

    private void expect(String field, String value, String expected) {
        if (!value.isEmpty() && !value.equals(expected)) {
            problems.add(
                    fields.placeOf(field),
                    "The " + field + " \"" + value + "\" is not that of a kustomization.",
                    expected + ".",
                    "Correct it.");
        }
    }

    private static Kustomization.Labels labels(Fields labels) {
        labels.allowOnly(Set.of("pairs", "includeSelectors", "includeTemplates", "fields"), "labels");
        return new Kustomization.Labels(
                labels.pairs("pairs"),
                labels.flag("includeSelectors"),
                labels.flag("includeTemplates"),
                labels.list("fields", EntryReader::fieldSpec));
    }

    private List<Image> images() {
        List<Image> images = new ArrayList<>(fields.list("images", EntryReader::image));
        images.addAll(fields.list("imageTags", EntryReader::image));
        return images;
    }

    private Kustomization.Order order(Fields options) {
        options.allowOnly(Set.of("order", "legacySortOptions"), "sortOptions");
        String order = options.text("order");
        boolean fifo = order.equals("fifo");
        if ((!fifo && !order.equals("legacy")) || (fifo && options.has("legacySortOptions"))) {
            problems.add(
                    options.place(),
                    "sortOptions has the order \"" + order + "\""
                            + (options.has("legacySortOptions") ? " and legacySortOptions." : "."),
                    "order: fifo, or order: legacy with or without legacySortOptions.",
                    "Correct it.");
        }
        Fields legacy = options.child("legacySortOptions").orElse(null);
        return new Kustomization.Order(
                fifo,
                legacy == null ? null : kinds(legacy, "orderFirst"),
                legacy == null ? null : kinds(legacy, "orderLast"));
    }

    private static List<String> kinds(Fields legacy, String field) {
        return legacy.texts(field).stream().map(Text::text).toList();
    }
}
