package dev.slipway.helm.sprig;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Go's reflect.DeepEqual: an int is neither a float nor an int64. */
final class Equality {

    private Equality() {}

    static boolean deep(@Nullable Object left, @Nullable Object right) {
        return switch (left) {
            case null -> right == null;
            case Number number -> number.equals(right);
            case Map<?, ?> map -> right instanceof Map<?, ?> other && maps(map, other);
            case List<?> list -> right instanceof List<?> other && lists(list, other);
            case byte[] bytes -> right instanceof byte[] other && Arrays.equals(bytes, other);
            default -> left.equals(right);
        };
    }

    private static boolean maps(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream()
                        .allMatch(entry ->
                                right.containsKey(entry.getKey()) && deep(entry.getValue(), right.get(entry.getKey())));
    }

    private static boolean lists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!deep(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
