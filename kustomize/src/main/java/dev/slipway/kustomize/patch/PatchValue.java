package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.problem.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a JSON patch. Unlike those of a manifest, kubectl takes them for YAML 1.1 and turns them into JSON:
 * {@code yes} is true, and a date is a text.
 */
final class PatchValue {
    private static final Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

    private PatchValue() {}

    /** @throws Refusal if it is a number that JSON does not have */
    static @Nullable Object of(YamlValue value) {
        return switch (value) {
            case YamlMap map -> map(map);
            case YamlList list -> list(list);
            case YamlScalar scalar -> scalar(scalar);
        };
    }

    private static Map<String, @Nullable Object> map(YamlMap map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.entries().forEach(entry -> values.put(key(entry.key()), of(entry.value())));
        return values;
    }

    private static String key(YamlScalar key) {
        Object value = scalar(key);
        return value instanceof Boolean || value instanceof Long ? value.toString() : key.text();
    }

    private static List<@Nullable Object> list(YamlList list) {
        List<@Nullable Object> values = new ArrayList<>();
        list.items().forEach(item -> values.add(of(item)));
        return values;
    }

    private static @Nullable Object scalar(YamlScalar scalar) {
        return switch (scalar.value()) {
            case String _ -> scalar.plainStyle() && !isTagged(scalar) ? word(scalar.text()) : scalar.text();
            // Beyond 64 bits with a sign JSON's numbers are floats for Go.
            case BigInteger number -> number.doubleValue();
            case Double number
            when number.isInfinite() || number.isNaN() ->
                throw new Refusal(
                        scalar.place(),
                        "\"" + scalar.text() + "\" is a number that JSON does not have.",
                        "a finite number, or a text in quotes.",
                        "Correct it.");
            case null, default -> scalar.value();
        };
    }

    /** Whether {@code !!str} stands before it. */
    private static boolean isTagged(YamlScalar scalar) {
        return scalar.span().end() - scalar.span().start() > scalar.text().length();
    }

    private static Object word(String text) {
        return TRUE.contains(text) ? (Object) true : FALSE.contains(text) ? (Object) false : text;
    }
}
