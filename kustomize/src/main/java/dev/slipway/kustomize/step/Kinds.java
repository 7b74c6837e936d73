package dev.slipway.kustomize.step;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.problem.Refusal;
import java.util.Set;

/** Tells the documents of built-in generators and transformers from those that would run programs. */
final class Kinds {
    private static final String BUILT_IN = "builtin";

    private Kinds() {}

    static Origin.Maker maker(YamlMap document) {
        return new Origin.Maker(
                document.text("apiVersion").orElse(""),
                document.text("kind").orElse(""),
                document.at("/metadata/name").flatMap(YamlValue::asText).orElse(""),
                document.at("/metadata/namespace").flatMap(YamlValue::asText).orElse(""));
    }

    static void require(YamlMap document, Origin.Maker maker, Set<String> known) {
        if (!maker.apiVersion().equals(BUILT_IN)) {
            throw new Refusal(
                    document.place(),
                    "\"" + maker.apiVersion() + " " + maker.kind() + "\" is a function or a plugin: a program, and"
                            + " programs are not run while rendering.",
                    "apiVersion: builtin, and a kind such as PatchTransformer.",
                    "Run it elsewhere and keep its result as plain files.");
        }
        if (!known.contains(maker.kind())) {
            throw new Refusal(
                    document.place(),
                    "There is no built-in \"" + maker.kind() + "\" that could stand here.",
                    String.join(", ", known.stream().sorted().toList()) + ".",
                    "Correct the kind.");
        }
    }
}
