package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.form.JsonSchemas.Violation;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step's input before the run.
 *
 * @param known what is settled, as the step will get it
 * @param open the keys that only the run can tell
 */
record EarlyInput(YamlMap written, Foresight foresight, Map<String, @Nullable Object> known, Set<String> open) {

    private static final Pattern ONE_PARAMETER =
            Pattern.compile("\\$\\{\\{-?\\s*parameters(?:\\.(\\w+)|\\['([^']+)'])\\s*-?}}");

    static EarlyInput of(Step step, Foresight foresight) {
        YamlMap written = Optional.ofNullable(step.input())
                .orElseGet(() -> new YamlMap(List.of(), step.place(), new YamlValue.Span(0, 0)));
        List<YamlMap.Entry> settled = new ArrayList<>();
        Set<String> open = new TreeSet<>();
        for (YamlMap.Entry entry : written.entries()) {
            if (foresight.value(entry.value()).isPresent()) {
                settled.add(entry);
            } else {
                open.add(entry.key().text());
            }
        }
        YamlMap known = new YamlMap(settled, written.place(), written.span());
        return new EarlyInput(written, foresight, foresight.rendered(known), open);
    }

    /** The one parameter that the value at this path is made of; empty when it is made of none, or several. */
    String field(String path) {
        Spot spot = spot(path);
        boolean missing = !spot.below().isEmpty() && !(spot.value() instanceof YamlScalar);
        if (path.isEmpty() || missing) {
            return "";
        }
        List<String> parameters = references(spot.value()).stream()
                .filter(reference -> reference.root().equals("parameters")
                        && reference.path().size() > 1)
                .map(reference -> reference.path().get(1))
                .distinct()
                .toList();
        return parameters.size() != 1 ? "" : parameters.getFirst() + (isAnswer(spot) ? spot.below() : "");
    }

    /** What to say of a value; where it is an answer as it was given, nothing of the step. */
    String sentence(Step step, Violation violation) {
        Spot spot = spot(violation.path());
        if (isAnswer(spot)) {
            return violation.message();
        }
        String input = violation.path().isEmpty() ? "The input" : "\"" + violation.path() + "\"";
        return spot.value().place() + ": " + input + " of the step \"" + step.id() + "\" is not right. "
                + violation.message();
    }

    private static boolean isAnswer(Spot spot) {
        return spot.value()
                .asText()
                .filter(text -> ONE_PARAMETER.matcher(text).matches())
                .isPresent();
    }

    /**
     * Where a value is written.
     *
     * @param below the rest of the path, each part after a dot; of what an expression answers, or of what is missing
     */
    private record Spot(YamlValue value, String below) {}

    private Spot spot(String path) {
        YamlValue value = written;
        String rest = path;
        while (!rest.isEmpty()) {
            String[] parts = rest.split("\\.", 2);
            Optional<YamlValue> next = value.at("/" + parts[0]);
            if (next.isEmpty()) {
                return new Spot(value, "." + rest);
            }
            value = next.get();
            rest = parts.length > 1 ? parts[1] : "";
        }
        return new Spot(value, "");
    }

    private List<Reference> references(YamlValue value) {
        try {
            return foresight.references(value);
        } catch (TemplateException _) { // the step says so
            return List.of();
        }
    }
}
