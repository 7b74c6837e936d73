package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Types;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code slice}: a part of a string, counted in bytes, or of a list. */
final class Slicing {

    private Slicing() {}

    static Object slice(List<@Nullable Object> arguments) {
        Object item = Boxed.open(arguments.getFirst());
        List<@Nullable Object> indexes = arguments.subList(1, arguments.size());
        if (item == null) throw new FunctionException("slice of untyped nil");
        if (indexes.size() > 3) throw new FunctionException("too many slice indexes: " + indexes.size());
        return switch (item) {
            case String text -> ofString(text, indexes);
            case byte[] bytes -> {
                int[] bounds = bounds(indexes, bytes.length);
                yield Arrays.copyOfRange(bytes, bounds[0], bounds[1]);
            }
            case List<?> list -> {
                int[] bounds = bounds(indexes, list.size());
                yield list.subList(bounds[0], bounds[1]);
            }
            default -> throw new FunctionException("can't slice item of type " + Types.name(item));
        };
    }

    private static String ofString(String text, List<@Nullable Object> indexes) {
        if (indexes.size() == 3) throw new FunctionException("cannot 3-index slice a string");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] bounds = bounds(indexes, bytes.length);
        return new String(bytes, bounds[0], bounds[1] - bounds[0], StandardCharsets.UTF_8);
    }

    private static int[] bounds(List<@Nullable Object> indexes, int length) {
        int[] bounds = {0, length, length};
        for (int i = 0; i < indexes.size(); i++) bounds[i] = Indexing.number(indexes.get(i), length);
        check(bounds[0], bounds[1]);
        if (indexes.size() == 3) check(bounds[1], bounds[2]);
        return bounds;
    }

    private static void check(int from, int to) {
        if (from > to) throw new FunctionException("invalid slice index: " + from + " > " + to);
    }
}
