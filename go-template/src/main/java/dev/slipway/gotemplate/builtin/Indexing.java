package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.syntax.GoText;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code len} and {@code index}. */
final class Indexing {

    private Indexing() {}

    static long length(@Nullable Object boxed) {
        if (boxed == null) throw new FunctionException("reflect: call of reflect.Value.Type on zero Value");
        return switch (Boxed.open(boxed)) {
            case null -> throw new FunctionException("len of nil pointer");
            case String text -> GoText.bytes(text);
            case byte[] bytes -> bytes.length;
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            case Object other -> throw new FunctionException("len of type " + target(other));
        };
    }

    static @Nullable Object index(List<@Nullable Object> arguments) {
        Object item = Boxed.open(arguments.getFirst());
        if (item == null) throw new FunctionException("index of untyped nil");
        Object result = arguments.getFirst();
        for (Object index : arguments.subList(1, arguments.size())) {
            result = element(Boxed.open(result), Boxed.open(index));
        }
        return result;
    }

    /** The type that a pointer leads to. */
    private static String target(Object value) {
        String name = Types.name(value);
        return name.startsWith("*") ? name.substring(1) : name;
    }

    private static Object element(@Nullable Object item, @Nullable Object index) {
        return switch (item) {
            case null -> throw new FunctionException("index of nil pointer");
            case Map<?, ?> map -> Boxed.of(map.get(key(index)));
            case List<?> list -> Boxed.of(list.get(position(index, list.size(), "slice")));
            case String text -> at(text.getBytes(StandardCharsets.UTF_8), index, "string");
            case byte[] bytes -> at(bytes, index, "slice");
            default -> throw new FunctionException("can't index item of type " + target(item));
        };
    }

    private static Long at(byte[] bytes, @Nullable Object index, String kind) {
        return (long) (bytes[position(index, bytes.length, kind)] & 0xFF);
    }

    private static String key(@Nullable Object index) {
        if (index == null) throw new FunctionException("value is nil; should be of type string");
        if (index instanceof String key) return key;
        throw new FunctionException("value has type " + Types.name(index) + "; should be string");
    }

    private static int position(@Nullable Object index, int length, String kind) {
        int position = number(index, length);
        if (position == length) throw new FunctionException("reflect: " + kind + " index out of range");
        return position;
    }

    /** An index from 0 to the length, inclusive. */
    static int number(@Nullable Object index, int length) {
        if (index == null) throw new FunctionException("cannot index slice/array with nil");
        if (!(index instanceof Long || index instanceof Integer || index instanceof Int64)) {
            String type = index instanceof Boxed ? "interface {}" : Types.name(index);
            throw new FunctionException("cannot index slice/array with type " + type);
        }
        long number = ((Number) index).longValue();
        if (number < 0 || number > length) throw new FunctionException("index out of range: " + number);
        return (int) number;
    }
}
