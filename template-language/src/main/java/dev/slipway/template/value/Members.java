package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.NearMisses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members and methods of values; nothing of the host is reachable. */
public final class Members {

    private Members() {}

    public static @Nullable Object get(@Nullable Object target, @Nullable Object key) {
        return switch (target) {
            case List<?> list when "length".equals(key) -> Numbers.of(list.size());
            case List<?> list -> at(key, list.size()) < 0 ? Undefined.UNDEFINED : list.get(at(key, list.size()));
            case String text when "length".equals(key) -> Numbers.of(text.length());
            case String text ->
                at(key, text.length()) < 0 ? Undefined.UNDEFINED : String.valueOf(text.charAt(at(key, text.length())));
            case Map<?, ?> map -> map.containsKey(Values.text(key)) ? map.get(Values.text(key)) : Undefined.UNDEFINED;
            case null, default -> Undefined.UNDEFINED;
        };
    }

    private static int at(@Nullable Object key, int size) {
        double index = key instanceof Boolean || Values.isMissing(key) ? -1 : Values.number(key);
        boolean valid = index >= 0 && index < size && index == Math.rint(index);
        return valid ? (int) index : -1;
    }

    public static @Nullable Object call(
            @Nullable Object target, @Nullable Object key, String written, Arguments arguments, Budget budget) {
        if (get(target, key) instanceof Function function) {
            return function.call(arguments);
        }
        String method = Values.text(key);
        return switch (target) {
            case String text -> TextMethods.call(text, method, arguments, budget);
            case List<?> list -> ListMethods.call(Values.list(list, method), method, arguments, budget);
            case Number number -> NumberMethods.call(number, method, arguments);
            case null, default ->
                throw new IllegalArgumentException("\"" + written + "\" cannot be called: \"" + method
                        + "\" is not a method of " + Values.kind(target) + ".");
        };
    }

    static IllegalArgumentException unknown(String method, String kind, Set<String> known) {
        List<String> near = NearMisses.of(method, known);
        String meant = near.isEmpty() ? "" : " Did you mean \"" + near.getFirst() + "\"?";
        return new IllegalArgumentException("\"" + method + "\" is not a method of " + kind + "." + meant);
    }
}
