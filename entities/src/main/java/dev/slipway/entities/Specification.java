package dev.slipway.entities;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the {@code spec} of a known kind against its fields. */
final class Specification {

    private final Findings findings;

    Specification(Findings findings) {
        this.findings = findings;
    }

    void check(String kind, Map<String, @Nullable Object> document) {
        List<Field> fields = Kinds.fields(kind);
        Object spec = document.get("spec");
        if (spec instanceof Map<?, ?> map) {
            for (Field field : fields) {
                check(field, map.get(field.name()));
            }
        } else if (spec != null) {
            findings.add(Pointer.SPEC, "spec is " + Wording.of(spec) + ".", "a map");
        } else if (fields.stream().anyMatch(Field::required)) {
            findings.add(Pointer.SPEC, "spec is missing.", required(fields));
        }
    }

    private static String required(List<Field> fields) {
        return "a map with "
                + String.join(
                        ", ",
                        fields.stream().filter(Field::required).map(Field::name).toList());
    }

    private void check(Field field, @Nullable Object value) {
        Pointer pointer = Pointer.SPEC.below(field.name());
        if (value == null) {
            if (field.required() && !findings.at(pointer)) {
                findings.add(
                        pointer, field.name() + " is missing.", field.shape().words());
            }
            return;
        }
        boolean right = switch (field.shape()) {
            case TEXT, REF -> value instanceof String text && !text.isBlank();
            case TEXTS, REFS -> value instanceof List<?> list && texts(list, pointer);
            case PROFILE -> value instanceof Map<?, ?> map && profile(map, pointer);
            case STEPS -> value instanceof List<?> list && steps(list, pointer);
        };
        if (!right) {
            findings.add(
                    pointer,
                    field.name() + " is " + Wording.of(value) + ".",
                    field.shape().words());
        } else if (field.relation() != null) {
            references(field, value, pointer);
        }
    }

    private boolean texts(List<?> list, Pointer pointer) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String text) || text.isBlank()) {
                findings.add(
                        pointer.below(i), "The item is " + Wording.of(list.get(i)) + ".", "a text that is not blank");
            }
        }
        return true;
    }

    private boolean profile(Map<?, ?> map, Pointer pointer) {
        for (String key : List.of("displayName", "email", "picture")) {
            if (map.get(key) != null && !(map.get(key) instanceof String)) {
                findings.add(pointer.below(key), key + " is " + Wording.of(map.get(key)) + ".", "a text");
            }
        }
        return true;
    }

    private boolean steps(List<?> list, Pointer pointer) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> step && step.get("action") instanceof String)) {
                findings.add(pointer.below(i), "The step has no action.", "a map with id, name, action and input");
            }
        }
        return true;
    }

    private void references(Field field, Object value, Pointer pointer) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                reference(field, list.get(i), pointer.below(i));
            }
        } else {
            reference(field, value, pointer);
        }
    }

    private void reference(Field field, @Nullable Object value, Pointer pointer) {
        if (value instanceof String text && !text.isBlank()) {
            if (text.length() > EntityRef.LONGEST) {
                findings.add(
                        pointer,
                        "\"" + Wording.brief(text) + "\" is longer than a reference can be.",
                        "at most " + EntityRef.LONGEST + " characters");
                return;
            }
            try {
                EntityRef.parse(text, field.refKind() == null ? "" : field.refKind());
            } catch (IllegalArgumentException e) {
                findings.add(
                        pointer,
                        "\"" + Wording.brief(text) + "\" is not a reference to an entity.",
                        field.refKind() == null ? "kind:namespace/name or kind:name" : "[kind:][namespace/]name");
            }
        }
    }
}
