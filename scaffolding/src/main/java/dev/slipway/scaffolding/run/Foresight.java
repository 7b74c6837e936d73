package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.template.Template;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is settled before a run's first step: values that ask for nothing that only the run brings.
 *
 * @param roots what expressions know, {@code each} where there is a round
 */
record Foresight(Map<String, @Nullable Object> roots, TemplateOptions language) {

    private static final Set<String> LATER = Set.of("steps", "context", "failure");

    /** A value that will be the same in the run. */
    record Settled(@Nullable Object value) {}

    /** What it renders to; empty when the run alone can tell, or it cannot be rendered, which its step says. */
    Optional<Settled> value(YamlValue value) {
        try {
            return references(value).stream().anyMatch(this::isLater)
                    ? Optional.empty()
                    : Optional.of(new Settled(new Rendering(roots, language).value(value)));
        } catch (ScaffoldingException | TemplateException _) {
            return Optional.empty();
        }
    }

    /** A map whose values are all settled, as the run will have it. */
    Map<String, @Nullable Object> rendered(YamlMap settled) {
        return new Rendering(roots, language).map(settled);
    }

    private boolean isLater(Reference reference) {
        String root = reference.root();
        return LATER.contains(root) || (root.equals("each") && !roots.containsKey("each"));
    }

    /** Whether an expression that can be read asks for this root. */
    boolean mentions(YamlValue value, String root) {
        try {
            return references(value).stream()
                    .anyMatch(reference -> reference.root().equals(root));
        } catch (TemplateException _) { // rendering says so
            return false;
        }
    }

    /**
     * What its expressions ask for, at any depth.
     *
     * @throws TemplateException if one cannot be read
     */
    List<Reference> references(YamlValue value) {
        List<Reference> references = new ArrayList<>();
        collect(value, references);
        return references;
    }

    private void collect(YamlValue value, List<Reference> references) {
        switch (value) {
            case YamlScalar scalar -> {
                if (Rendering.isTemplate(scalar)) {
                    references.addAll(Template.parse(scalar.place().file(), scalar.text(), language)
                            .analyse()
                            .references());
                }
            }
            case YamlList list -> list.items().forEach(item -> collect(item, references));
            case YamlMap map -> map.entries().forEach(entry -> collect(entry.value(), references));
        }
    }
}
