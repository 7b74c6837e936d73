package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.template.analysis.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds references to what is not there: parameters, steps, outputs, roots; and parameters that nothing refers to. */
final class ReferenceLint {

    private static final Set<String> ROOTS =
            Set.of("parameters", "steps", "user", "context", "secrets", "each", "always", "failure");
    private static final Map<String, Set<String>> MEMBERS =
            Map.of("user", Set.of("entity", "ref"), "context", Set.of("task"), "each", Set.of("key", "value"));
    private static final String ONLY_IN_INPUT =
            "\"secrets\" can be used in the \"input\" and the \"each\" of a step, and nowhere else.";

    private final LintedTemplate template;
    private final Expressions expressions;
    private final Findings findings;
    private final Set<String> used = new HashSet<>();
    private boolean allUsed;

    ReferenceLint(LintedTemplate template, Expressions expressions, Findings findings) {
        this.template = template;
        this.expressions = expressions;
        this.findings = findings;
    }

    /**
     * Where an expression stands.
     *
     * @param steps how many steps ran before it
     */
    private record Spot(int steps, boolean secrets, boolean each) {}

    void check() {
        List<LintedStep> steps = template.steps();
        for (int i = 0; i < steps.size(); i++) {
            YamlMap step = steps.get(i).map();
            boolean each = step.get("each").isPresent();
            look(step.get("if"), new Spot(i, false, each));
            look(step.get("each"), new Spot(i, true, false));
            look(step.get("input"), new Spot(i, true, each));
        }
        look(template.spec().get("output"), new Spot(steps.size(), false, false));
        template.pages().forEach(this::pageCondition);
        unused();
    }

    /** A page's {@code when} sees the answers of the pages before. */
    private void pageCondition(YamlMap page) {
        look(page.get("when"), new Spot(0, false, false));
    }

    private void look(Optional<YamlValue> value, Spot spot) {
        value.ifPresent(present -> expressions
                .in(present)
                .forEach(text ->
                        text.references().forEach(reference -> reference(reference, text.placeOf(reference), spot))));
    }

    private void reference(Reference reference, Place place, Spot spot) {
        switch (reference.root()) {
            case "parameters" -> parameter(reference, place);
            case "steps" -> step(reference, place, spot);
            case "secrets" -> secret(reference, place, spot);
            case "each" -> each(reference, place, spot);
            default -> other(reference, place);
        }
    }

    private void parameter(Reference reference, Place place) {
        if (reference.path().size() < 2) {
            allUsed = true;
            return;
        }
        String name = reference.path().get(1);
        used.add(name);
        if (template.parameters().get(name).isEmpty() && !template.parameters().isOpen()) {
            String message = "No page asks for the parameter \"" + name + "\"."
                    + Findings.didYouMean(name, template.parameters().declared().keySet());
            if (reference.cautious()) {
                findings.warning(place, message);
            } else {
                findings.error(place, message);
            }
        }
    }

    private void step(Reference reference, Place place, Spot spot) {
        if (reference.path().size() < 2) {
            return;
        }
        String id = reference.path().get(1);
        List<String> ids = template.steps().stream().map(LintedStep::id).toList();
        int index = ids.indexOf(id);
        if (index < 0) {
            findings.error(place, "There is no step \"" + id + "\"." + Findings.didYouMean(id, ids));
        } else if (index >= spot.steps()) {
            findings.error(
                    place,
                    "The step \"" + id + "\" has not run yet here: only steps that stand before can be referred to.");
        } else if (reference.path().size() > 2) {
            output(reference, template.steps().get(index), place);
        }
    }

    private void output(Reference reference, LintedStep step, Place place) {
        String member = reference.path().get(2);
        if (!member.equals("output")) {
            findings.error(
                    place,
                    "A step has nothing but its \"output\", so \"steps." + step.id() + "." + member + "\" is nothing.");
            return;
        }
        Set<String> known = step.action().map(ReferenceLint::outputs).orElse(Set.of());
        if (reference.path().size() > 3
                && !known.isEmpty()
                && !known.contains(reference.path().get(3))) {
            String name = reference.path().get(3);
            findings.warning(
                    place,
                    "The action \"" + step.actionId() + "\" has no output \"" + name + "\"."
                            + Findings.didYouMean(name, known));
        }
    }

    /** Empty when it can have any. */
    private static Set<String> outputs(Action action) {
        Map<String, Object> schema = action.outputSchema();
        boolean any =
                schema.get("additionalProperties") != null && !Boolean.FALSE.equals(schema.get("additionalProperties"));
        Set<String> names = new HashSet<>();
        if (!any && schema.get("properties") instanceof Map<?, ?> properties) {
            properties.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    private void secret(Reference reference, Place place, Spot spot) {
        if (!spot.secrets()) {
            findings.error(place, ONLY_IN_INPUT);
        }
        if (reference.path().size() < 2) {
            return;
        }
        String name = reference.path().get(1);
        used.add(name);
        List<String> known = new ArrayList<>(declaredSecrets());
        if (!known.isEmpty() && !known.contains(name)) {
            findings.warning(place, "Nothing asks for the secret \"" + name + "\"." + Findings.didYouMean(name, known));
        }
    }

    private List<String> declaredSecrets() {
        Stream<String> fields = template.parameters().declared().values().stream()
                .filter(Parameters.Declared::isSecret)
                .map(Parameters.Declared::name);
        Stream<String> requested = template.parameters().declared().values().stream()
                .flatMap(parameter -> parameter.schemas().stream())
                .flatMap(schema -> schema.at("/ui:options/requestUserCredentials/secretsKey").stream())
                .flatMap(key -> key.asText().stream());
        Stream<String> schema = template.spec().map("secrets").flatMap(secrets -> secrets.map("schema")).stream()
                .flatMap(secrets -> secrets.map("properties").stream())
                .flatMap(properties -> properties.entries().stream())
                .map(entry -> entry.key().text());
        return Stream.of(fields, requested, schema).flatMap(names -> names).toList();
    }

    private void each(Reference reference, Place place, Spot spot) {
        if (!spot.each()) {
            findings.error(
                    place,
                    "\"each\" is known in the \"if\" and the \"input\" of a step that has an \"each\", and nowhere else.");
        } else {
            other(reference, place);
        }
    }

    private void other(Reference reference, Place place) {
        String root = reference.root();
        if (!ROOTS.contains(root)) {
            findings.warning(place, "\"" + root + "\" is nothing here." + Findings.didYouMean(root, ROOTS));
            return;
        }
        Set<String> members = MEMBERS.getOrDefault(root, Set.of());
        if (reference.path().size() > 1
                && !members.isEmpty()
                && !members.contains(reference.path().get(1))) {
            String name = reference.path().get(1);
            findings.warning(place, "\"" + root + "." + name + "\" is nothing." + Findings.didYouMean(name, members));
        }
    }

    private void unused() {
        template.pages().forEach(page -> controls(page, false));
        if (allUsed) {
            return;
        }
        template.parameters().declared().values().stream()
                .filter(parameter -> !used.contains(parameter.name()) && !parameter.isOnlyShown())
                .forEach(parameter -> findings.warning(
                        parameter.place(), "The parameter \"" + parameter.name() + "\" is asked for and never used."));
    }

    /** What other fields depend on is used, too. */
    private void controls(YamlValue value, boolean condition) {
        for (YamlMap.Entry entry : value.asMap().map(YamlMap::entries).orElse(List.of())) {
            String key = entry.key().text();
            if (condition) {
                used.add(key);
            }
            if (key.equals("dependencies") || key.equals("dependentSchemas") || key.equals("dependentRequired")) {
                entry.value()
                        .asMap()
                        .ifPresent(map -> map.entries()
                                .forEach(dependency -> used.add(dependency.key().text())));
            }
            controls(entry.value(), condition || key.equals("if"));
        }
        value.asList().ifPresent(list -> list.items().forEach(item -> controls(item, condition)));
    }
}
