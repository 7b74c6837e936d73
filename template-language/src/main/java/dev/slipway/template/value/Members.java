package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.syntax.NearMisses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members and methods of values; nothing of the host is reachable. */
public final class Members {

    private Members() {}

    public static @Nullable Object get(@Nullable Object target, @Nullable Object key, Budget budget) {
        return switch (target) {
            case Map<?, ?> map -> entry(map, Conversions.text(key, budget));
            case List<?> list -> "length".equals(key) ? Numbers.of(list.size()) : item(list, index(key, budget));
            case String text -> "length".equals(key) ? Numbers.of(text.length()) : character(text, index(key, budget));
            case SafeText safe
            when "length".equals(key) -> Numbers.of(safe.text().length());
            case null, default -> Undefined.UNDEFINED;
        };
    }

    private static @Nullable Object entry(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value != null || map.containsKey(key) ? value : Undefined.UNDEFINED;
    }

    private static @Nullable Object item(List<?> list, long index) {
        return index >= 0 && index < list.size() ? list.get((int) index) : Undefined.UNDEFINED;
    }

    private static Object character(String text, long index) {
        return index >= 0 && index < text.length()
                ? String.valueOf(text.charAt((int) index))
                : (Object) Undefined.UNDEFINED;
    }

    private static long index(@Nullable Object key, Budget budget) {
        return key instanceof Long number ? number : PropertyOrder.index(Conversions.text(key, budget));
    }

    public static @Nullable Object call(
            @Nullable Object target, @Nullable Object key, String written, Arguments arguments, Budget budget) {
        if (target instanceof Map<?, ?> && get(target, key, budget) instanceof Function function) {
            return function.call(arguments);
        }
        String method = Conversions.text(key, budget);
        if (!arguments.named().isEmpty()) {
            throw new IllegalArgumentException("\"" + written + "\" takes no named arguments.");
        }
        return switch (target) {
            case String text -> TextMethods.call(text, method, arguments, budget);
            case SafeText safe -> TextMethods.call(safe.text(), method, arguments, budget);
            case List<?> list -> ListMethods.call(Values.list(list, method), method, arguments, budget);
            case Number number -> NumberMethods.call(number, method, arguments, budget);
            case Regex regex
            when method.equals("test") ->
                regex.find(Conversions.text(Given.argument(arguments, 0), budget), 0, budget::step) != null;
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
