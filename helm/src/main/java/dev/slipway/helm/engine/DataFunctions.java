package dev.slipway.helm.engine;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import dev.slipway.helm.format.PrettyYaml;
import dev.slipway.helm.format.Toml;
import dev.slipway.helm.format.TomlText;
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
    private static final String YAML = "error unmarshaling JSON: while decoding JSON: ";

    static final Functions FUNCTIONS = Functions.none()
            .plus("toYaml", Signature.of(ANY), (call, a) -> Yaml.write(written(call, a)))
            .plus("toYamlPretty", Signature.of(ANY), (call, a) -> PrettyYaml.write(written(call, a)))
            .plus("fromYaml", Signature.of(STRING), (call, a) -> map(text(a), yaml(call), YAML))
            .plus("fromYamlArray", Signature.of(STRING), (call, a) -> list(text(a), yaml(call), YAML))
            .plus("toJson", Signature.of(ANY), (call, a) -> orNothing(Json::compact, written(call, a)))
            .plus("fromJson", Signature.of(STRING), (call, a) -> map(read(call, a), JsonText::read, ""))
            .plus("fromJsonArray", Signature.of(STRING), (call, a) -> list(read(call, a), JsonText::read, ""))
            .plus("toToml", Signature.of(ANY), (call, a) -> orMessage(Toml::write, written(call, a)))
            .plus("fromToml", Signature.of(STRING), (call, a) -> map(read(call, a), TomlText::read, ""));

    private DataFunctions() {}

    private static String text(List<@Nullable Object> a) {
        return (String) Objects.requireNonNull(a.getFirst());
    }

    /** The value, once there is room for it written. */
    private static @Nullable Object written(Call call, List<@Nullable Object> a) {
        call.reserveCopy(a.getFirst());
        return a.getFirst();
    }

    /** The text, once there is room for what stands in it. */
    private static String read(Call call, List<@Nullable Object> a) {
        call.reserve(JsonText.HELD * text(a).length());
        return text(a);
    }

    /** Aliases may make much of a short text. */
    private static Function<String, @Nullable Object> yaml(Call call) {
        return text -> {
            Object value = GoYamlText.read(text, call.charactersLeft() / Call.ENTRY);
            call.reserveCopy(value);
            return value;
        };
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

        static @Nullable Object read(String text, long most) {
            try {
                return GoYaml.values("yaml", text, most);
            } catch (YamlException e) {
                throw new IllegalArgumentException(
                        "error converting YAML to JSON: yaml: line " + e.place().line() + ": " + e.reason(), e);
            }
        }
    }
}
