package dev.slipway.kustomize.read;

import dev.slipway.kustomize.document.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads generators and their options. */
public final class GeneratorReader {
    private static final Set<String> OPTIONS = Set.of("labels", "annotations", "disableNameSuffixHash", "immutable");
    private static final Set<String> CONFIG_MAP =
            Set.of("name", "namespace", "behavior", "files", "literals", "envs", "env", "options");
    private static final Set<String> SECRET =
            Set.of("name", "namespace", "behavior", "files", "literals", "envs", "env", "options", "type");

    private final Optional<Fields> global;

    private GeneratorReader(Optional<Fields> global) {
        this.global = global;
    }

    GeneratorReader(Fields kustomization) {
        this(kustomization.child("generatorOptions"));
        global.ifPresent(options -> options.allowOnly(OPTIONS, "generatorOptions"));
    }

    /** A generator that stands in a document of its own. */
    public static Generator alone(Fields document, boolean secret) {
        return new GeneratorReader(Optional.empty()).generator(document, secret);
    }

    List<Generator> read(Fields kustomization) {
        List<Generator> generators = new ArrayList<>();
        generators.addAll(kustomization.list("configMapGenerator", fields -> generator(fields, false)));
        generators.addAll(kustomization.list("secretGenerator", fields -> generator(fields, true)));
        return generators;
    }

    private Generator generator(Fields fields, boolean secret) {
        fields.allowOnly(secret ? SECRET : CONFIG_MAP, secret ? "secretGenerator" : "configMapGenerator");
        Optional<Fields> own = fields.child("options");
        own.ifPresent(options -> options.allowOnly(OPTIONS, "options"));
        String name = own("name", fields);
        if (name.isEmpty()) {
            fields.problem(fields.place(), "This generator has no name.", "a name.", "Add it.");
        }
        return new Generator(
                fields.place(),
                secret,
                name,
                own("namespace", fields),
                behavior(fields),
                fields.text("type"),
                fields.texts("files"),
                fields.texts("literals"),
                envs(fields),
                pairs("labels", own),
                pairs("annotations", own),
                !flag("disableNameSuffixHash", own),
                flag("immutable", own));
    }

    /** A document of its own can say it in its metadata too. */
    private static String own(String field, Fields fields) {
        String text = fields.text(field);
        return text.isEmpty()
                ? fields.child("metadata").map(metadata -> metadata.text(field)).orElse("")
                : text;
    }

    private static List<Text> envs(Fields fields) {
        List<Text> envs = new ArrayList<>(fields.texts("envs"));
        if (fields.has("env")) {
            envs.add(new Text(fields.placeOf("env"), fields.text("env")));
        }
        return envs;
    }

    private static Item.Behavior behavior(Fields fields) {
        String text = fields.text("behavior");
        return switch (text) {
            case "", "create", "unspecified" -> Item.Behavior.CREATE;
            case "merge" -> Item.Behavior.MERGE;
            case "replace" -> Item.Behavior.REPLACE;
            default -> {
                fields.problem(
                        fields.placeOf("behavior"),
                        "The behavior \"" + text + "\" is not known.",
                        "create, merge or replace.",
                        "Correct it.");
                yield Item.Behavior.CREATE;
            }
        };
    }

    private boolean flag(String field, Optional<Fields> own) {
        boolean everywhere = global.map(options -> options.flag(field)).orElse(false);
        return own.map(options -> options.flag(field)).orElse(false) || everywhere;
    }

    private Map<String, String> pairs(String field, Optional<Fields> own) {
        Map<String, String> pairs = new LinkedHashMap<>();
        global.ifPresent(options -> pairs.putAll(options.pairs(field)));
        own.ifPresent(options -> pairs.putAll(options.pairs(field)));
        return pairs;
    }
}
