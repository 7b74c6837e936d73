package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.helm.format.Json;
import dev.slipway.helm.format.JsonText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON as Sprig reads and writes it; Helm has its own {@code toJson} and {@code fromJson}. */
final class JsonFunctions {

    private JsonFunctions() {}

    static void declare(Declarations to) {
        to.writing("toJson", taking(ANY), a -> orNothing(Json::compact, a.getFirst()))
                .writing("toPrettyJson", taking(ANY), a -> orNothing(Json::pretty, a.getFirst()))
                .writing("toRawJson", taking(ANY), a -> must(Json::raw, a.getFirst()))
                .writing("mustToJson", taking(ANY), a -> must(Json::compact, a.getFirst()))
                .writing("mustToPrettyJson", taking(ANY), a -> must(Json::pretty, a.getFirst()))
                .writing("mustToRawJson", taking(ANY), a -> must(Json::raw, a.getFirst()))
                .call("fromJson", taking(STRING), (call, a) -> readOrNull(reserved(call, text(a, 0))))
                .call("mustFromJson", taking(STRING), (call, a) -> read(reserved(call, text(a, 0))));
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

    /** The text, once there is room for what stands in it. */
    private static String reserved(Call call, String text) {
        call.reserve(JsonText.HELD * text.length());
        return text;
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
