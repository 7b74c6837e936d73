package dev.slipway.kustomize.step;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.read.EntryReader;
import dev.slipway.kustomize.read.Fields;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.PatchEntry;
import dev.slipway.kustomize.read.PatchReader;
import dev.slipway.kustomize.read.ReplacementEntry;
import dev.slipway.kustomize.read.ReplacementReader;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Image;
import dev.slipway.kustomize.transform.Images;
import dev.slipway.kustomize.transform.MapFields;
import dev.slipway.kustomize.transform.Names;
import dev.slipway.kustomize.transform.Namespaces;
import dev.slipway.kustomize.transform.Replicas;
import dev.slipway.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a document that configures one of the built-in transformers. */
public final class TransformerDocument {
    private static final String FIELDS = "fieldSpecs";
    private static final Set<String> KINDS = Set.of(
            "PrefixTransformer",
            "SuffixTransformer",
            "PrefixSuffixTransformer",
            "NamespaceTransformer",
            "LabelTransformer",
            "AnnotationsTransformer",
            "ImageTagTransformer",
            "ReplicaCountTransformer",
            "PatchTransformer",
            "PatchJson6902Transformer",
            "PatchStrategicMergeTransformer",
            "ReplacementTransformer",
            "ValueAddTransformer",
            "HashTransformer");

    private final Fields fields;
    private final Surroundings surroundings;

    private TransformerDocument(Fields fields, Surroundings surroundings) {
        this.fields = fields;
        this.surroundings = surroundings;
    }

    /** @throws dev.slipway.kustomize.problem.Refusal with everything that is wrong with the document */
    public static Step read(YamlMap document, Surroundings surroundings) {
        Origin.Maker maker = Kinds.maker(document);
        Kinds.require(document, maker, KINDS);
        Problems problems = new Problems();
        Fields fields = Fields.lenient(document, problems);
        Transformer transformer = new TransformerDocument(fields, surroundings).transformer(maker);
        problems.stopIfAny();
        return new Step(maker, transformer);
    }

    private Transformer transformer(Origin.Maker maker) {
        return switch (maker.kind()) {
            case "PrefixTransformer", "SuffixTransformer", "PrefixSuffixTransformer" -> affixes();
            case "NamespaceTransformer" -> namespaces(maker.namespace());
            case "LabelTransformer" -> pairs("labels");
            case "AnnotationsTransformer" -> pairs("annotations");
            case "ImageTagTransformer" -> images();
            case "ReplicaCountTransformer" -> replicas();
            case "PatchTransformer" -> surroundings.patch(PatchReader.patch(fields, "patch"));
            case "PatchJson6902Transformer" -> surroundings.patch(PatchReader.patch(fields, "jsonOp"));
            case "PatchStrategicMergeTransformer" -> merges();
            case "ReplacementTransformer" -> replacements();
            case "ValueAddTransformer" -> ValueAdd.read(fields, surroundings.files());
            default -> items -> Names.hash(items.all());
        };
    }

    private List<FieldSpec> fieldSpecs() {
        return fields.list(FIELDS, EntryReader::fieldSpec);
    }

    private Transformer affixes() {
        String prefix = fields.text("prefix");
        String suffix = fields.text("suffix");
        List<FieldSpec> specs = fieldSpecs();
        return items -> {
            Names.prefix(items.all(), prefix, specs);
            Names.suffix(items.all(), suffix, specs);
        };
    }

    private Transformer namespaces(String namespace) {
        String subjects = fields.text("setRoleBindingSubjects");
        Namespaces.Subjects who = switch (subjects) {
            case "allServiceAccounts" -> Namespaces.Subjects.ALL_SERVICE_ACCOUNTS;
            case "none" -> Namespaces.Subjects.NONE;
            case "", "defaultOnly" -> Namespaces.Subjects.DEFAULT_ONLY;
            default -> {
                fields.problem(
                        fields.placeOf("setRoleBindingSubjects"),
                        "\"" + subjects + "\" does not say which subjects move.",
                        "defaultOnly, allServiceAccounts or none.",
                        "Correct it.");
                yield Namespaces.Subjects.NONE;
            }
        };
        return new Namespaces(namespace, fields.place(), fieldSpecs(), who, fields.flag("unsetOnly"));
    }

    private Transformer pairs(String field) {
        Map<String, String> pairs = fields.pairs(field);
        List<FieldSpec> specs = fieldSpecs();
        return items -> MapFields.add(items.all(), pairs, specs);
    }

    private Transformer images() {
        List<FieldSpec> specs = fieldSpecs();
        Image image = fields.child("imageTag").map(EntryReader::image).orElse(new Image("", "", "", "", ""));
        return items -> Images.replace(items.all(), image, specs);
    }

    private Transformer replicas() {
        List<FieldSpec> specs = fieldSpecs();
        Kustomization.Replica replica = fields.child("replica")
                .map(EntryReader::replica)
                .orElse(new Kustomization.Replica(fields.place(), "", 0));
        return items -> Replicas.set(items.all(), replica.name(), replica.count(), specs, replica.place());
    }

    private Transformer merges() {
        List<PatchEntry> entries = new ArrayList<>();
        fields.texts("paths").forEach(path -> entries.add(PatchReader.either(path)));
        String patches = fields.text("patches");
        if (!patches.isEmpty()) {
            entries.add(PatchReader.either(new Text(fields.placeOf("patches"), patches + "\n")));
        }
        return all(entries.stream().map(surroundings::patch).toList());
    }

    private Transformer replacements() {
        List<Transformer> all = new ArrayList<>();
        for (ReplacementEntry entry : ReplacementReader.entries(fields)) {
            all.addAll(surroundings.replacements(entry));
        }
        return all(all);
    }

    private static Transformer all(List<? extends Transformer> transformers) {
        return (Items items) -> {
            Problems problems = new Problems();
            transformers.forEach(transformer -> problems.collect(() -> transformer.transform(items)));
            problems.stopIfAny();
        };
    }
}
