package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.MAP;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.map;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.format.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps. {@code set}, {@code unset} and the merges change the map they are given, as in Sprig. */
final class DictFunctions {

    private DictFunctions() {}

    static void declare(Declarations to) {
        to.call("dict", Signature.any(), DictFunctions::dict)
                .finding("get", taking(MAP, STRING), a -> map(a, 0).getOrDefault(text(a, 1), ""))
                .call("set", taking(MAP, STRING, ANY), DictFunctions::set)
                .finding("unset", taking(MAP, STRING), DictFunctions::unset)
                .add("hasKey", taking(MAP, STRING), a -> map(a, 0).containsKey(text(a, 1)))
                .add("pluck", taking(STRING).then(MAP), DictFunctions::plucked)
                .add("keys", taking().then(MAP), DictFunctions::keys)
                .add("values", taking(MAP), a -> values(map(a, 0)))
                .add("pick", taking(MAP).then(STRING), a -> chosen(a, true))
                .add("omit", taking(MAP).then(STRING), a -> chosen(a, false))
                .finding("dig", Signature.any(), DictFunctions::dig)
                .bothCall("merge", "mustMerge", taking(MAP).then(MAP), (call, a) -> merged(call, a, false))
                .bothCall(
                        "mergeOverwrite",
                        "mustMergeOverwrite",
                        taking(MAP).then(MAP),
                        (call, a) -> merged(call, a, true))
                .writing("deepCopy", taking(ANY), a -> Values.copy(a.getFirst()))
                .writing("mustDeepCopy", taking(ANY), a -> Values.copy(a.getFirst()));
    }

    private static Map<String, @Nullable Object> dict(Call call, List<@Nullable Object> a) {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        for (int i = 0; i < a.size(); i += 2) {
            String key = Arguments.string(a.get(i));
            call.reserve(Call.ENTRY + (a.get(i) instanceof String ? 0 : key.length()));
            dict.put(key, i + 1 < a.size() ? a.get(i + 1) : "");
        }
        return dict;
    }

    private static Map<String, @Nullable Object> set(Call call, List<@Nullable Object> a) {
        Map<String, @Nullable Object> map = map(a, 0);
        call.reserve(Call.ENTRY);
        changing(() -> map.put(text(a, 1), a.get(2)));
        return map;
    }

    private static Map<String, @Nullable Object> unset(List<@Nullable Object> a) {
        Map<String, @Nullable Object> map = map(a, 0);
        changing(() -> map.remove(text(a, 1)));
        return map;
    }

    private static void changing(Runnable change) {
        try {
            change.run();
        } catch (UnsupportedOperationException e) {
            throw new FunctionException("this map cannot be changed", e);
        }
    }

    private static List<@Nullable Object> plucked(List<@Nullable Object> a) {
        List<@Nullable Object> found = new ArrayList<>();
        for (int i = 1; i < a.size(); i++) {
            if (map(a, i).containsKey(text(a, 0))) {
                found.add(map(a, i).get(text(a, 0)));
            }
        }
        return found;
    }

    /** Sorted; Go gives them in an order that changes from call to call. */
    private static List<@Nullable Object> keys(List<@Nullable Object> a) {
        List<@Nullable Object> keys = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            map(a, i).keySet().stream().sorted(GoValues::compare).forEach(keys::add);
        }
        return keys;
    }

    private static List<@Nullable Object> values(Map<String, @Nullable Object> map) {
        List<@Nullable Object> values = new ArrayList<>();
        map.keySet().stream().sorted(GoValues::compare).forEach(key -> values.add(map.get(key)));
        return values;
    }

    private static Map<String, @Nullable Object> chosen(List<@Nullable Object> a, boolean named) {
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        List<@Nullable Object> names = NumberFunctions.rest(a);
        map(a, 0).forEach((key, value) -> {
            if (names.contains(key) == named) {
                chosen.put(key, value);
            }
        });
        return chosen;
    }

    private static @Nullable Object dig(List<@Nullable Object> a) {
        if (a.size() < 3) {
            throw new FunctionException("dig needs at least three arguments");
        }
        Object at = a.getLast();
        for (Object key : a.subList(0, a.size() - 2)) {
            Map<String, @Nullable Object> map = Values.map(at);
            if (map == null || !(key instanceof String name)) {
                throw new FunctionException(
                        "interface conversion: interface {} is " + GoValues.typeName(map == null ? at : key) + ", not "
                                + (map == null ? "map[string]interface {}" : "string"));
            }
            if (!map.containsKey(name)) {
                return a.get(a.size() - 2);
            }
            at = map.get(name);
        }
        return at;
    }

    private static Map<String, @Nullable Object> merged(Call call, List<@Nullable Object> a, boolean overwrite) {
        Map<String, @Nullable Object> into = map(a, 0);
        for (int i = 1; i < a.size(); i++) {
            Map<String, @Nullable Object> from = map(a, i);
            call.reserveCopy(from);
            changing(() -> merge(into, from, overwrite));
        }
        return into;
    }

    /** As mergo does: without overwriting, what is empty in the first map is still replaced. */
    private static void merge(
            Map<String, @Nullable Object> into, Map<String, @Nullable Object> from, boolean overwrite) {
        from.forEach((key, value) -> {
            Map<String, @Nullable Object> below = Values.map(into.get(key));
            Map<String, @Nullable Object> more = Values.map(value);
            if (below != null && more != null) {
                merge(below, more, overwrite);
            } else if (overwrite || (value != null && Arguments.isEmpty(into.get(key)))) {
                into.put(key, value);
            }
        });
    }
}
