package dev.slipway.gitops.validation;

import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.schema.KindSchema;
import dev.slipway.gitops.validation.schema.Schemas;
import dev.slipway.gitops.validation.version.ApiVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What of the objects was not held against a schema, once for each kind. */
final class Coverage {

    private final Schemas schemas;
    private final Map<String, List<Managed>> byKind = new LinkedHashMap<>();

    Coverage(List<Managed> objects, Schemas schemas) {
        this.schemas = schemas;
        for (Managed each : objects) {
            String key = each.cluster() + " " + each.object().apiVersion() + " " + each.kind();
            byKind.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
    }

    void missing(BiConsumer<Managed, Violation> found) {
        byKind.values().forEach(objects -> {
            Managed first = objects.getFirst();
            if (schemas.find(first.cluster(), first.object()).isEmpty()
                    && !schemas.isKubernetes(first.object())
                    && !ApiVersions.isKnown(first.object())) {
                found.accept(
                        first,
                        Violation.unknown(
                                Rule.SCHEMA_MISSING,
                                "/kind",
                                "Not validated: no schema for " + first.object().apiVersion() + " " + first.kind()
                                        + (objects.size() > 1 ? " (" + objects.size() + " objects)." : "."),
                                "Put its CustomResourceDefinition into \"" + HeldSchemas.FOLDER + "/\"."));
            }
        });
    }

    /** Kinds whose schemas have rules that nobody evaluated. */
    List<String> unchecked() {
        Map<String, String> words = new LinkedHashMap<>();
        byKind.values().forEach(objects -> {
            Managed first = objects.getFirst();
            Optional<KindSchema> schema = schemas.find(first.cluster(), first.object());
            int rules = schema.map(KindSchema::rules).orElse(0);
            if (rules > 0) {
                String kind = first.object().apiVersion() + " " + first.kind();
                words.put(
                        kind,
                        kind + ": " + rules + (rules == 1 ? " CEL rule is" : " CEL rules are") + " not evaluated ("
                                + schema.orElseThrow().source() + ")");
            }
        });
        return List.copyOf(words.values());
    }
}
