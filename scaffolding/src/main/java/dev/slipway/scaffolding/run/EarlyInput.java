package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.run.Foresight.Settled;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step's input before the run.
 *
 * @param known the keys whose values are settled, without those that render to nothing
 */
record EarlyInput(@Nullable YamlMap written, Foresight foresight, Map<String, @Nullable Object> known) {

    static EarlyInput of(@Nullable YamlMap written, Foresight foresight) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        if (written != null) {
            for (YamlMap.Entry entry : written.entries()) {
                foresight
                        .value(entry.value())
                        .map(Settled::value)
                        .filter(value -> !"".equals(value))
                        .ifPresent(value -> known.put(entry.key().text(), value));
            }
        }
        return new EarlyInput(written, foresight, known);
    }

    /** The one parameter that the value at this key is made of; empty when it is made of none, or several. */
    String field(String key) {
        List<String> parameters =
                Optional.ofNullable(written)
                        .flatMap(input -> input.get(key))
                        .map(this::references)
                        .orElse(List.of())
                        .stream()
                        .filter(reference -> reference.root().equals("parameters")
                                && reference.path().size() > 1)
                        .map(reference -> reference.path().get(1))
                        .distinct()
                        .toList();
        return parameters.size() == 1 ? parameters.getFirst() : "";
    }

    private List<Reference> references(YamlValue value) {
        try {
            return foresight.references(value);
        } catch (TemplateException _) { // the step says so
            return List.of();
        }
    }
}
