package dev.slipway.kustomize.transform;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields the directives change, and which fields hold names of other objects.
 *
 * @param fields per directive; one that is missing has none
 */
public record Configuration(Map<FieldGroup, List<FieldSpec>> fields, List<Reference> references) {
    private static final Configuration NOTHING = new Configuration(Map.of(), List.of());
    private static final Configuration DEFAULTS = readDefaults();

    public Configuration {
        fields = Map.copyOf(fields);
        references = List.copyOf(references);
    }

    /** What kustomize knows without being told. */
    public static Configuration defaults() {
        return DEFAULTS;
    }

    public static Configuration nothing() {
        return NOTHING;
    }

    public List<FieldSpec> of(FieldGroup group) {
        return fields.getOrDefault(group, List.of());
    }

    /**
     * Both together, in kustomize's order. What is there already stays, also when it is for certain kinds and what is
     * added would be for any: then it takes the place of the general.
     *
     * @param from where the other comes from, for the message when they contradict each other
     */
    public Configuration merged(Configuration other, Place from) {
        if (other.equals(this) || other.equals(NOTHING)) {
            return this;
        }
        if (equals(NOTHING) && other.equals(DEFAULTS)) {
            return other;
        }
        Map<FieldGroup, List<FieldSpec>> merged = new EnumMap<>(FieldGroup.class);
        for (FieldGroup group : FieldGroup.values()) {
            merged.put(group, sorted(merged(of(group), other.of(group), from)));
        }
        return new Configuration(merged, mergedReferences(other, from));
    }

    private static List<FieldSpec> sorted(List<FieldSpec> fields) {
        return fields.stream()
                .sorted(Comparator.comparing(FieldSpec::selector, OutputOrder.usual()::compareKinds))
                .toList();
    }

    /** The fields of both, each once. */
    public static List<FieldSpec> merged(List<FieldSpec> first, List<FieldSpec> second, Place from) {
        List<FieldSpec> merged = new ArrayList<>(first);
        for (FieldSpec field : second) {
            boolean known = false;
            for (FieldSpec other : merged) {
                if (other.isMeantBy(field)) {
                    requireAgreement(other, field, from);
                    known = true;
                    break;
                }
            }
            if (!known) {
                merged.add(field);
            }
        }
        return merged;
    }

    private static void requireAgreement(FieldSpec known, FieldSpec field, Place from) {
        if (known.create() != field.create()) {
            throw new Refusal(
                    from,
                    "The field \"" + field.joined() + "\" is to be created in one configuration and not in another.",
                    "create: " + known.create() + ", as in the fields known already.",
                    "Write it so, or name the kinds that are meant.");
        }
    }

    private List<Reference> mergedReferences(Configuration other, Place from) {
        List<Reference> merged = new ArrayList<>(references);
        for (Reference reference : other.references) {
            List<FieldSpec> known = merged.stream()
                    .filter(one -> one.target().equals(reference.target()))
                    .map(Reference::field)
                    .toList();
            if (merged(known, List.of(reference.field()), from).size() > known.size()) {
                merged.add(reference);
            }
        }
        return merged;
    }

    private static Configuration readDefaults() {
        Map<FieldGroup, List<FieldSpec>> fields = new EnumMap<>(FieldGroup.class);
        for (FieldGroup group : FieldGroup.values()) {
            fields.put(
                    group,
                    sorted(group.sections().stream()
                            .flatMap(section -> FieldSpecs.of(section).stream())
                            .toList()));
        }
        return new Configuration(fields, Reference.defaults());
    }

    /** A configuration that knows one more field in which a name of this kind of object stands. */
    public static Configuration reference(Gvk target, FieldSpec field) {
        return new Configuration(Map.of(), List.of(new Reference(target, field)));
    }
}
