package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.transform.Configuration;
import dev.slipway.kustomize.transform.FieldGroup;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the files of {@code configurations}. */
public final class ConfigurationReader {
    private static final String REFERENCES = "nameReference";

    private ConfigurationReader() {}

    /** @throws Refusal with everything that is wrong with the file */
    public static Configuration read(String file, String text) {
        YamlMap map = document(file, text);
        Problems problems = new Problems();
        Fields fields = Fields.lenient(map, problems);
        Map<FieldGroup, List<FieldSpec>> groups = new EnumMap<>(FieldGroup.class);
        for (FieldGroup group : FieldGroup.values()) {
            groups.put(group, fields.list(group.title(), EntryReader::fieldSpec));
        }
        List<Reference> references = new ArrayList<>();
        fields.list(REFERENCES, reference -> references.addAll(references(reference)));
        problems.stopIfAny();
        return new Configuration(groups, references);
    }

    private static List<Reference> references(Fields fields) {
        Gvk target = new Gvk(fields.text("group"), fields.text("version"), fields.text("kind"));
        return fields.list("fieldSpecs", EntryReader::fieldSpec).stream()
                .map(field -> new Reference(target, field))
                .toList();
    }

    private static YamlMap document(String file, String text) {
        List<YamlValue> documents = ManifestReader.documents(file, text);
        if (documents.isEmpty()) {
            return new YamlMap(List.of(), new Place(file, 1, 1), new YamlValue.Span(0, 0));
        }
        if (documents.size() != 1 || !(documents.getFirst() instanceof YamlMap map)) {
            throw new Refusal(
                    documents.getLast().place(),
                    "This is not a configuration.",
                    "one document, a map with nameReference, commonLabels, namePrefix …",
                    "Correct it.");
        }
        return map;
    }
}
