package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;

/** Finds keys that nothing reads, which are mostly misspelt. */
final class KeyLint {

    private static final Set<String> ROOT = Set.of("apiVersion", "kind", "metadata", "spec", "relations", "status");
    private static final Set<String> METADATA = Set.of(
            "name", "namespace", "title", "description", "labels", "annotations", "tags", "links", "uid", "etag");
    private static final Set<String> SPEC = Set.of(
            "type",
            "owner",
            "lifecycle",
            "system",
            "parameters",
            "steps",
            "output",
            "secrets",
            "presentation",
            "recovery",
            "formDecorators",
            "EXPERIMENTAL_recovery",
            "EXPERIMENTAL_formDecorators");
    private static final Set<String> STEP =
            Set.of("id", "name", "action", "input", "if", "each", "backstage:permissions");
    private static final Set<String> LINK = Set.of("if", "url", "entityRef", "title", "icon", "optional");
    private static final Set<String> TEXT = Set.of("if", "title", "icon", "content", "default");
    private static final Set<String> LABELS = Set.of("backButtonText", "createButtonText", "reviewButtonText");

    private final Findings findings;

    KeyLint(Findings findings) {
        this.findings = findings;
    }

    void check(LintedTemplate template) {
        keys(template.root(), ROOT, "a template");
        template.root().map("metadata").ifPresent(metadata -> keys(metadata, METADATA, "metadata"));
        YamlMap spec = template.spec();
        keys(spec, SPEC, "spec");
        template.steps().forEach(step -> keys(step.map(), STEP, "a step"));
        spec.map("output").ifPresent(this::output);
        spec.map("secrets").ifPresent(secrets -> keys(secrets, Set.of("schema"), "secrets"));
        Optional<YamlMap> presentation = spec.map("presentation");
        presentation.ifPresent(map -> keys(map, Set.of("buttonLabels"), "presentation"));
        presentation.flatMap(map -> map.map("buttonLabels")).ifPresent(map -> keys(map, LABELS, "buttonLabels"));
    }

    private void output(YamlMap output) {
        items(output, "links", LINK, "a link");
        items(output, "text", TEXT, "a text");
    }

    private void items(YamlMap output, String key, Set<String> known, String what) {
        output.items(key).stream().flatMap(item -> item.asMap().stream()).forEach(item -> keys(item, known, what));
    }

    private void keys(YamlMap map, Set<String> known, String what) {
        for (YamlMap.Entry entry : map.entries()) {
            YamlScalar key = entry.key();
            if (!known.contains(key.text())) {
                findings.warning(
                        key.place(),
                        "\"" + key.text() + "\" is not a key of " + what + ", and does nothing."
                                + Findings.didYouMean(key.text(), known));
            }
        }
    }
}
