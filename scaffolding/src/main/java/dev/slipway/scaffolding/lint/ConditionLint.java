package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.run.Truth;
import dev.slipway.template.Template;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.value.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds steps that can never run. A condition is proved false by trying every value of the parameters it asks about, where
 * these can only have a few: choices and truth values.
 */
final class ConditionLint {

    private static final int MOST_TRIES = 512;

    private final LintedTemplate template;
    private final Findings findings;

    ConditionLint(LintedTemplate template, Findings findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        for (LintedStep step : template.steps()) {
            step.map()
                    .get("if")
                    .filter(YamlScalar.class::isInstance)
                    .ifPresent(condition -> condition(step, condition));
            step.map()
                    .get("each")
                    .flatMap(YamlValue::asList)
                    .filter(list -> list.items().isEmpty())
                    .ifPresent(list -> findings.warning(
                            list.place(), "The step \"" + step.id() + "\" never runs: its list is empty."));
        }
    }

    private void condition(LintedStep step, YamlValue value) {
        YamlScalar condition = (YamlScalar) value;
        if (!Expressions.isTemplate(condition)) {
            if (!Truth.of(condition.value())) {
                never(step, condition, "its condition is always false.");
            }
            return;
        }
        try {
            Template parsed = Template.parse(condition.place().file(), condition.text(), template.language());
            Optional<Set<String>> asked = asked(parsed.analyse().references());
            if (asked.isPresent() && isNeverTrue(parsed, asked.get())) {
                never(
                        step,
                        condition,
                        asked.get().isEmpty()
                                ? "its condition is always false."
                                : "whatever is answered for \"" + String.join("\", \"", asked.get())
                                        + "\", its condition is false.");
            }
        } catch (TemplateException _) { // other checks say so
        }
    }

    private void never(LintedStep step, YamlScalar condition, String why) {
        findings.warning(condition.place(), "The step \"" + step.id() + "\" never runs: " + why);
    }

    /** The parameters that decide; empty when anything else does. */
    private static Optional<Set<String>> asked(List<Reference> references) {
        Set<String> asked = new TreeSet<>();
        for (Reference reference : references) {
            boolean function =
                    reference.root().equals("always") || reference.root().equals("failure");
            boolean parameter =
                    reference.root().equals("parameters") && reference.path().size() > 1;
            if (!function && !parameter) {
                return Optional.empty();
            }
            if (parameter) {
                asked.add(reference.path().get(1));
            }
        }
        return Optional.of(asked);
    }

    private boolean isNeverTrue(Template condition, Set<String> names) {
        List<Map<String, @Nullable Object>> answers = new ArrayList<>(List.of(Map.of()));
        for (String name : names) {
            List<@Nullable Object> values =
                    template.parameters().get(name).map(ConditionLint::values).orElse(List.of());
            if (values.isEmpty() || answers.size() * values.size() > MOST_TRIES) {
                return false;
            }
            answers = answers.stream()
                    .flatMap(known -> values.stream().map(value -> with(known, name, value)))
                    .toList();
        }
        return answers.stream().noneMatch(parameters -> holds(condition, parameters));
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> known, String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(known);
        if (value != null) {
            more.put(name, value);
        }
        return more;
    }

    private static boolean holds(Template condition, Map<String, @Nullable Object> parameters) {
        return holds(condition, parameters, false) || holds(condition, parameters, true);
    }

    private static boolean holds(Template condition, Map<String, @Nullable Object> parameters, boolean failed) {
        return Truth.of(condition.evaluate(
                Map.of("parameters", parameters, "always", (Function) _ -> true, "failure", (Function) _ -> failed)));
    }

    /** All it can be, null for unanswered; empty when that is more than a choice. */
    private static List<@Nullable Object> values(Parameters.Declared parameter) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        values.add(null);
        for (YamlMap schema : parameter.schemas()) {
            Optional<List<YamlValue>> choices =
                    schema.get("enum").flatMap(YamlValue::asList).map(YamlList::items);
            if (choices.isPresent()) {
                choices.get().forEach(choice -> values.add(choice.plain()));
            } else if (schema.get("const").isPresent()) {
                values.add(schema.get("const").get().plain());
            } else if (schema.text("type").orElse("").equals("boolean")) {
                values.add(true);
                values.add(false);
            } else {
                return List.of();
            }
        }
        return parameter.schemas().isEmpty() ? List.of() : new ArrayList<>(values);
    }
}
