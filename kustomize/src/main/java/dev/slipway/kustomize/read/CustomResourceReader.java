package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.transform.Configuration;
import dev.slipway.kustomize.transform.FieldGroup;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files of {@code crds}: OpenAPI definitions whose {@code x-kubernetes-…} extensions say which fields hold
 * labels, annotations and names.
 */
public final class CustomResourceReader {
    private static final String SELF = "x-kubernetes-";

    private final YamlMap definitions;
    private final Map<FieldGroup, List<FieldSpec>> fields = new EnumMap<>(FieldGroup.class);
    private final List<Reference> references = new ArrayList<>();

    private CustomResourceReader(YamlMap definitions) {
        this.definitions = definitions;
    }

    /** @throws dev.slipway.kustomize.problem.Refusal if the file is not YAML */
    public static Configuration read(String file, String text) {
        Configuration configuration = Configuration.nothing();
        for (YamlValue document : ManifestReader.documents(file, text)) {
            if (document instanceof YamlMap map) {
                configuration = configuration.merged(new CustomResourceReader(map).configuration(), map.place());
            }
        }
        return configuration;
    }

    private Configuration configuration() {
        for (YamlMap.Entry entry : definitions.entries()) {
            String name = entry.key().text();
            properties(name).filter(CustomResourceReader::isObject).ifPresent(_ -> {
                String kind = name.substring(name.lastIndexOf('.') + 1);
                walk(new Gvk("", "", kind), name, List.of());
            });
        }
        Place place = definitions.place();
        return Configuration.nothing().merged(new Configuration(fields, references), place);
    }

    private Optional<YamlMap> properties(String type) {
        return definitions
                .map(type)
                .flatMap(definition -> definition.map("Schema").or(() -> definition.map("schema")))
                .flatMap(schema -> schema.map("properties"));
    }

    private static boolean isObject(YamlMap properties) {
        return properties.get("kind").isPresent()
                && properties.get("apiVersion").isPresent()
                && properties.get("metadata").isPresent();
    }

    private void walk(Gvk kind, String type, List<String> path) {
        // Types may contain themselves; nothing real is deeper than this.
        if (path.size() > 20) {
            return;
        }
        for (YamlMap.Entry entry : properties(type).map(YamlMap::entries).orElse(List.of())) {
            List<String> here = new ArrayList<>(path);
            here.add(entry.key().text());
            entry.value().asMap().ifPresent(property -> {
                property(kind, property, here);
                property.text("$ref").ifPresent(reference -> walk(kind, reference, here));
            });
        }
    }

    private void property(Gvk kind, YamlMap property, List<String> path) {
        FieldSpec field = new FieldSpec(kind, path, false);
        group(property, "annotation", FieldGroup.COMMON_ANNOTATIONS, field);
        group(property, "label-selector", FieldGroup.COMMON_LABELS, field);
        group(property, "identity", FieldGroup.NAME_PREFIX, field);
        Optional<String> version = property.text(SELF + "object-ref-api-version");
        Optional<String> target = property.text(SELF + "object-ref-kind");
        if (version.isPresent() && target.isPresent()) {
            List<String> named = new ArrayList<>(path);
            named.add(property.text(SELF + "object-ref-name-key").orElse("name"));
            references.add(new Reference(new Gvk("", version.get(), target.get()), new FieldSpec(kind, named, false)));
        }
    }

    private void group(YamlMap property, String extension, FieldGroup group, FieldSpec field) {
        if (property.get(SELF + extension).isPresent()) {
            fields.computeIfAbsent(group, _ -> new ArrayList<>()).add(field);
        }
    }
}
