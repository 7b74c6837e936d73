package dev.slipway.kustomize.read;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one map in a kustomization; whatever does not fit becomes a problem, and reading goes on. */
final class Fields {
    private final YamlMap map;
    private final Problems problems;

    Fields(YamlMap map, Problems problems) {
        this.map = map;
        this.problems = problems;
    }

    Place place() {
        return map.place();
    }

    Place placeOf(String field) {
        return get(field).map(YamlValue::place).orElse(map.place());
    }

    /** Go finds fields without regard to case when the exact name is missing. */
    Optional<YamlValue> get(String field) {
        return map.get(field)
                .or(() -> map.entries().stream()
                        .filter(entry -> entry.key().text().equalsIgnoreCase(field))
                        .map(YamlMap.Entry::value)
                        .findFirst())
                .filter(value -> !(value instanceof YamlScalar scalar && scalar.value() == null));
    }

    boolean has(String field) {
        return get(field).isPresent();
    }

    /** Reports every field that is not one of these. */
    void allowOnly(Set<String> known, String where) {
        for (YamlMap.Entry entry : map.entries()) {
            String name = entry.key().text();
            if (known.stream().noneMatch(field -> field.equalsIgnoreCase(name))) {
                String near = Nearest.of(name, known)
                        .map(field -> "Did you mean \"" + field + "\"? ")
                        .orElse("");
                problems.add(
                        entry.key().place(),
                        "The field \"" + name + "\" is not known in " + where + ".",
                        "one of " + String.join(", ", known.stream().sorted().toList()) + ".",
                        near + "Correct or remove it.");
            }
        }
    }

    String text(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asScalar().isEmpty()) {
            wrong(value.get(), field, "a text");
            return "";
        }
        return value.flatMap(YamlValue::asText).orElse("");
    }

    boolean flag(String field) {
        Optional<YamlValue> value = get(field);
        boolean set = value.flatMap(YamlValue::asScalar)
                .map(scalar -> Boolean.TRUE.equals(scalar.value()))
                .orElse(false);
        if (value.isPresent() && !set && !value.get().asText().orElse("").equals("false")) {
            wrong(value.get(), field, "true or false");
        }
        return set;
    }

    List<YamlValue> items(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asList().isEmpty()) {
            wrong(value.get(), field, "a list");
        }
        return value.flatMap(YamlValue::asList).map(list -> list.items()).orElse(List.of());
    }

    List<Text> texts(String field) {
        List<Text> texts = new ArrayList<>();
        for (YamlValue item : items(field)) {
            item.asText()
                    .ifPresentOrElse(
                            text -> texts.add(new Text(item.place(), text)), () -> wrong(item, field, "a text"));
        }
        return texts;
    }

    Map<String, String> pairs(String field) {
        Map<String, String> pairs = new LinkedHashMap<>();
        child(field)
                .ifPresent(child -> child.map
                        .entries()
                        .forEach(entry -> entry.value()
                                .asText()
                                .ifPresentOrElse(
                                        text -> pairs.put(entry.key().text(), text),
                                        () -> wrong(
                                                entry.value(),
                                                field + "." + entry.key().text(),
                                                "a text"))));
        return pairs;
    }

    Optional<Fields> child(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asMap().isEmpty()) {
            wrong(value.get(), field, "a map");
        }
        return value.flatMap(YamlValue::asMap).map(found -> new Fields(found, problems));
    }

    /** What the reader makes of each map in a list. */
    <T> List<T> list(String field, Function<Fields, T> reader) {
        List<T> read = new ArrayList<>();
        for (YamlValue item : items(field)) {
            item.asMap()
                    .ifPresentOrElse(
                            found -> read.add(reader.apply(new Fields(found, problems))),
                            () -> wrong(item, field, "a map"));
        }
        return read;
    }

    void problem(Place place, String what, String expected, String next) {
        problems.add(place, what, expected, next);
    }

    private void wrong(YamlValue value, String field, String expected) {
        problems.add(
                value.place(),
                "\"" + field + "\" is or holds " + value.kind() + ".",
                expected + ".",
                "Write " + expected + " here.");
    }
}
