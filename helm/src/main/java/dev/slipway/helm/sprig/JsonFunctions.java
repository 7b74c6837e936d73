package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON as Sprig reads and writes it; Helm has its own {@code toJson} and {@code fromJson}. */
final class JsonFunctions {

    private JsonFunctions() {}

    static void declare(Declarations to) {
        to.add("toJson", taking(ANY), a -> orNothing(Json::compact, a.getFirst()))
                .add("toPrettyJson", taking(ANY), a -> orNothing(Json::pretty, a.getFirst()))
                .add("toRawJson", taking(ANY), a -> must(Json::raw, a.getFirst()))
                .add("mustToJson", taking(ANY), a -> must(Json::compact, a.getFirst()))
                .add("mustToPrettyJson", taking(ANY), a -> must(Json::pretty, a.getFirst()))
                .add("mustToRawJson", taking(ANY), a -> must(Json::raw, a.getFirst()))
                .add("fromJson", taking(STRING), a -> readOrNull(text(a, 0)))
                .add("mustFromJson", taking(STRING), a -> read(text(a, 0)));
    }

    private static String orNothing(Function<@Nullable Object, String> writer, @Nullable Object value) {
        try {
            return writer.apply(value);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String must(Function<@Nullable Object, String> writer, @Nullable Object value) {
        try {
            return writer.apply(value);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Object read(String text) {
        try {
            return JsonText.read(text);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Object readOrNull(String text) {
        try {
            return JsonText.read(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
