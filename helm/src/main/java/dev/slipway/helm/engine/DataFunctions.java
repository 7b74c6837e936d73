package dev.slipway.helm.engine;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import dev.slipway.helm.format.PrettyYaml;
import dev.slipway.helm.format.Toml;
import dev.slipway.helm.format.Values;
import dev.slipway.helm.format.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Helm's functions between values and text. What cannot be read or written does not fail: the result says so, or is empty. */
final class DataFunctions {
    static final Functions FUNCTIONS = Functions.none()
            .plus("toYaml", Signature.of(ANY), (call, a) -> Yaml.write(a.getFirst()))
            .plus("toYamlPretty", Signature.of(ANY), (call, a) -> PrettyYaml.write(a.getFirst()))
            .plus(
                    "fromYaml",
                    Signature.of(STRING),
                    (call, a) -> map(text(a), GoYamlText::read, "error unmarshaling JSON: while decoding JSON: "))
            .plus(
                    "fromYamlArray",
                    Signature.of(STRING),
                    (call, a) -> list(text(a), GoYamlText::read, "error unmarshaling JSON: while decoding JSON: "))
            .plus("toJson", Signature.of(ANY), (call, a) -> orNothing(Json::compact, a.getFirst()))
            .plus("fromJson", Signature.of(STRING), (call, a) -> map(text(a), JsonText::read, ""))
            .plus("fromJsonArray", Signature.of(STRING), (call, a) -> list(text(a), JsonText::read, ""))
            .plus("toToml", Signature.of(ANY), (call, a) -> orMessage(Toml::write, a.getFirst()))
            .plus(
                    "fromToml",
                    Signature.of(STRING),
                    (call, a) -> map(text(a), dev.slipway.helm.format.TomlText::read, ""));

    private DataFunctions() {}

    private static String text(List<@Nullable Object> a) {
        return (String) Objects.requireNonNull(a.getFirst());
    }

    private static String orNothing(Function<@Nullable Object, String> writer, @Nullable Object value) {
        try {
            return writer.apply(value);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String orMessage(Function<@Nullable Object, String> writer, @Nullable Object value) {
        try {
            return writer.apply(value);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> map(
            String text, Function<String, @Nullable Object> reader, String context) {
        Map<String, @Nullable Object> wrong = new LinkedHashMap<>();
        try {
            Object value = reader.apply(text);
            Map<String, @Nullable Object> map = Values.map(value);
            if (map != null || value == null) {
                return map == null ? wrong : map;
            }
            wrong.put("Error", context + cannotUnmarshal(value, "map[string]interface {}"));
        } catch (IllegalArgumentException e) {
            wrong.put("Error", e.getMessage());
        }
        return wrong;
    }

    private static List<@Nullable Object> list(String text, Function<String, @Nullable Object> reader, String context) {
        List<@Nullable Object> wrong = new ArrayList<>();
        try {
            Object value = reader.apply(text);
            List<@Nullable Object> list = Values.list(value);
            if (list != null || value == null) {
                return list == null ? wrong : list;
            }
            wrong.add(context + cannotUnmarshal(value, "[]interface {}"));
        } catch (IllegalArgumentException e) {
            wrong.add(e.getMessage());
        }
        return wrong;
    }

    private static String cannotUnmarshal(Object value, String type) {
        String is = switch (value) {
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "array";
            case String _ -> "string";
            case Boolean _ -> "bool";
            default -> "number";
        };
        return "json: cannot unmarshal " + is + " into Go value of type " + type;
    }

    /** YAML whose mistakes are told as {@link IllegalArgumentException}s. */
    private static final class GoYamlText {

        static @Nullable Object read(String text) {
            try {
                return GoYaml.values("yaml", text);
            } catch (YamlException e) {
                throw new IllegalArgumentException(
                        "error converting YAML to JSON: yaml: line " + e.place().line() + ": " + e.reason(), e);
            }
        }
    }
}
