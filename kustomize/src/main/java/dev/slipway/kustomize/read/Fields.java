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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one map in a kustomization; whatever does not fit becomes a problem, and reading goes on. */
public final class Fields {
    /** Truth values in the older YAML that kustomizations are read with. */
    private static final Set<String> OLD_WORDS = Set.of("y", "n", "yes", "no", "on", "off");

    private final YamlMap map;
    private final Problems problems;
    private final boolean strict;

    private Fields(YamlMap map, Problems problems, boolean strict) {
        this.map = map;
        this.problems = problems;
        this.strict = strict;
    }

    public Fields(YamlMap map, Problems problems) {
        this(map, problems, true);
    }

    /** Fields of which those that nobody knows are passed over, as kustomize does outside of kustomizations. */
    public static Fields lenient(YamlMap map, Problems problems) {
        return new Fields(map, problems, false);
    }

    public Place place() {
        return map.place();
    }

    public Place placeOf(String field) {
        return get(field).map(YamlValue::place).orElse(map.place());
    }

    /** Go finds fields without regard to case when the exact name is missing. */
    public Optional<YamlValue> get(String field) {
        return map.get(field)
                .or(() -> map.entries().stream()
                        .filter(entry -> entry.key().text().equalsIgnoreCase(field))
                        .map(YamlMap.Entry::value)
                        .findFirst())
                .filter(value -> !(value instanceof YamlScalar scalar && scalar.value() == null));
    }

    public boolean has(String field) {
        return get(field).isPresent();
    }

    /** Reports every field that is not one of these, with the one that was probably meant. */
    public void allowOnly(Set<String> known, String where) {
        if (!strict) {
            return;
        }
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

    public String text(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asScalar().isEmpty()) {
            wrong(value.get(), field, "a text");
            return "";
        }
        return value.flatMap(found -> written(found, field)).orElse("");
    }

    /** The text; a problem when YAML takes it for something else, for then kustomize refuses it. */
    private Optional<String> written(YamlValue value, String field) {
        if (value instanceof YamlScalar scalar && isNoText(scalar)) {
            problems.add(
                    value.place(),
                    "\"" + scalar.text() + "\" in \"" + field + "\" is a number, a truth value or a date to YAML, not"
                            + " a text.",
                    "a text.",
                    "Write it in quotes: \"" + scalar.text() + "\".");
        }
        return value.asText();
    }

    private boolean isNoText(YamlScalar scalar) {
        boolean other = scalar.value() instanceof Number || scalar.value() instanceof Boolean;
        return other
                || (strict
                        && scalar.plainStyle()
                        && OLD_WORDS.contains(scalar.text().toLowerCase(Locale.ROOT)));
    }

    public boolean flag(String field) {
        Optional<YamlValue> value = get(field);
        boolean set = value.flatMap(YamlValue::asScalar)
                .map(scalar -> Boolean.TRUE.equals(scalar.value()))
                .orElse(false);
        if (value.isPresent() && !set && !value.get().asText().orElse("").equals("false")) {
            wrong(value.get(), field, "true or false");
        }
        return set;
    }

    /** A whole number that fits 32 bits. */
    public long number(String field, long missing) {
        Optional<YamlValue> value = get(field);
        if (value.isEmpty()) {
            return missing;
        }
        if (value.get() instanceof YamlScalar scalar
                && scalar.value() instanceof Long number
                && number == number.intValue()) {
            return number;
        }
        wrong(value.get(), field, "a whole number");
        return missing;
    }

    public List<YamlValue> items(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asList().isEmpty()) {
            wrong(value.get(), field, "a list");
        }
        return value.flatMap(YamlValue::asList).map(list -> list.items()).orElse(List.of());
    }

    public List<Text> texts(String field) {
        List<Text> texts = new ArrayList<>();
        for (YamlValue item : items(field)) {
            written(item, field)
                    .ifPresentOrElse(
                            text -> texts.add(new Text(item.place(), text)), () -> wrong(item, field, "a text"));
        }
        return texts;
    }

    public Map<String, String> pairs(String field) {
        Map<String, String> pairs = new LinkedHashMap<>();
        child(field)
                .ifPresent(child -> child.map.entries().forEach(entry -> {
                    String name = field + "." + entry.key().text();
                    written(entry.key(), field);
                    written(entry.value(), name)
                            .ifPresentOrElse(
                                    text -> pairs.put(entry.key().text(), text),
                                    () -> wrong(entry.value(), name, "a text"));
                }));
        return pairs;
    }

    public Optional<Fields> child(String field) {
        Optional<YamlValue> value = get(field);
        if (value.isPresent() && value.get().asMap().isEmpty()) {
            wrong(value.get(), field, "a map");
        }
        return value.flatMap(YamlValue::asMap).map(found -> new Fields(found, problems, strict));
    }

    /** What the reader makes of each map in a list. */
    public <T> List<T> list(String field, Function<Fields, T> reader) {
        List<T> read = new ArrayList<>();
        for (YamlValue item : items(field)) {
            item.asMap()
                    .ifPresentOrElse(
                            found -> read.add(reader.apply(new Fields(found, problems, strict))),
                            () -> wrong(item, field, "a map"));
        }
        return read;
    }

    public void problem(Place place, String what, String expected, String next) {
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
