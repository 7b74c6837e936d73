package dev.slipway.gotemplate.go;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.BOOL;
import static dev.slipway.gotemplate.Parameter.FLOAT;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.LIST;
import static dev.slipway.gotemplate.Parameter.MAP;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions and objects that render.go has too. */
final class Samples {

    private Samples() {}

    static Functions functions() {
        return Functions.none()
                .plus("upper", Signature.of(STRING), (call, a) -> text(a.get(0)).toUpperCase(Locale.ROOT))
                .plus("add", Signature.of(INT, INT), (call, a) -> number(a.get(0)) + number(a.get(1)))
                .plus("int64", Signature.of(INT), (call, a) -> new Int64(number(a.get(0))))
                .plus("half", Signature.of(FLOAT), (call, a) -> ((Double) a.get(0)) / 2)
                .plus("either", Signature.of(BOOL, ANY, ANY), (call, a) -> (Boolean) a.get(0) ? a.get(1) : a.get(2))
                .plus("join", Signature.of(STRING, LIST), (call, a) -> join(text(a.get(0)), a.get(1)))
                .plus(
                        "size",
                        Signature.of(MAP),
                        (call, a) -> a.get(0) == null ? 0L : (long) ((Map<?, ?>) a.get(0)).size())
                .plus("list", (call, a) -> a)
                .plus(
                        "dict",
                        Signature.of(STRING, ANY),
                        (call, a) -> Collections.singletonMap(text(a.get(0)), a.get(1)))
                .plus("counter", Signature.of(), (call, a) -> (Function) (inner, counted) -> (long) counted.size())
                .plus("nothing", Signature.of(), (call, a) -> null)
                .plus("bytes", Signature.of(STRING), (call, a) -> text(a.get(0)).getBytes(StandardCharsets.UTF_8))
                .plus("fail", Signature.of(STRING), (call, a) -> {
                    throw new FunctionException(text(a.get(0)));
                })
                .plus("include", Signature.of(STRING, ANY), (call, a) -> call.execute(text(a.get(0)), a.get(1)))
                .plus(
                        "tpl",
                        Signature.of(STRING, ANY),
                        (call, a) -> call.execute(call.templates().plus("tpl", text(a.get(0))), "tpl", a.get(1)));
    }

    static Map<String, Object> objects() {
        return Map.of(
                "Release", new Release("demo", List.of("a", 1L)), "Versions", new Versions(List.of("v1", "apps/v1")));
    }

    private static String join(String separator, @Nullable Object list) {
        return list == null
                ? ""
                : String.join(
                        separator, ((List<?>) list).stream().map(Samples::text).toList());
    }

    static String text(@Nullable Object value) {
        if (value instanceof String text) return text;
        throw new FunctionException("interface conversion: interface {} is "
                + (value == null ? "nil" : GoValues.typeName(value)) + ", not string");
    }

    static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
