package dev.slipway.gotemplate.builtin;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Signature;
import dev.slipway.gotemplate.format.GoPrint;
import dev.slipway.gotemplate.format.GoPrintf;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of Go's own functions. */
public final class Builtins {

    private static final Signature AT_LEAST_ONE = Signature.of(ANY).then(ANY);
    private static final Map<String, Builtin> ALL = Stream.of(
                    new Builtin("and", AT_LEAST_ONE, (call, left, arguments) -> arguments.getLast()),
                    new Builtin("or", AT_LEAST_ONE, (call, left, arguments) -> arguments.getLast()),
                    new Builtin(
                            "not",
                            Signature.of(ANY),
                            (call, left, arguments) -> !Truth.of(Boxed.open(arguments.getFirst()))),
                    new Builtin(
                            "len", Signature.of(ANY), (call, left, arguments) -> Indexing.length(arguments.getFirst())),
                    new Builtin("index", AT_LEAST_ONE, (call, left, arguments) -> Indexing.index(arguments)),
                    new Builtin("slice", AT_LEAST_ONE, (call, left, arguments) -> Slicing.slice(arguments)),
                    new Builtin("call", AT_LEAST_ONE, (call, left, arguments) -> Calling.call(call, arguments)),
                    new Builtin("eq", AT_LEAST_ONE, (call, left, arguments) -> Comparison.equal(arguments)),
                    comparison("ne", (a, b) -> !Comparison.equal(a, b)),
                    comparison("lt", Comparison::less),
                    comparison("le", Comparison::lessOrEqual),
                    comparison("gt", (a, b) -> !Comparison.lessOrEqual(a, b)),
                    comparison("ge", (a, b) -> !Comparison.less(a, b)),
                    text("print", (left, arguments) -> GoPrint.print(arguments, left)),
                    text("println", (left, arguments) -> GoPrint.println(arguments, left)),
                    escaping("html", Escaping::html),
                    escaping("js", Escaping::js),
                    escaping("urlquery", Escaping::query),
                    new Builtin("printf", Signature.of(STRING).then(ANY), Builtins::printf))
            .collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));

    private Builtins() {}

    public static boolean isBuiltin(String name) {
        return ALL.containsKey(name);
    }

    public static @Nullable Builtin find(String name) {
        return ALL.get(name);
    }

    /** Compares two values. */
    @FunctionalInterface
    private interface Comparing {
        boolean test(@Nullable Object left, @Nullable Object right);
    }

    /** Makes a text of values. */
    @FunctionalInterface
    private interface Writing {
        String write(long charactersLeft, List<@Nullable Object> arguments);
    }

    private static Builtin comparison(String name, Comparing comparing) {
        return new Builtin(
                name,
                Signature.of(ANY, ANY),
                (call, left, arguments) -> comparing.test(arguments.get(0), arguments.get(1)));
    }

    private static Builtin text(String name, Writing writing) {
        return new Builtin(name, Signature.any(), (call, left, arguments) -> writing.write(left, opened(arguments)));
    }

    private static Builtin escaping(String name, UnaryOperator<String> escape) {
        return new Builtin(name, Signature.any(), (call, left, arguments) -> {
            String text = Escaping.text(opened(arguments), left);
            call.reserveCopy(text);
            return escape.apply(text);
        });
    }

    private static String printf(Call call, long left, List<@Nullable Object> arguments) {
        List<@Nullable Object> opened = opened(arguments);
        return GoPrintf.printf(
                (String) Objects.requireNonNull(opened.getFirst()), opened.subList(1, opened.size()), left);
    }

    private static List<@Nullable Object> opened(List<@Nullable Object> arguments) {
        List<@Nullable Object> opened = new ArrayList<>(arguments.size());
        for (Object argument : arguments) opened.add(Boxed.open(argument));
        return opened;
    }
}
