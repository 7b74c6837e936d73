package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.helm.sprig.Arguments.list;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists. Each function makes a new one. */
final class ListFunctions {

    private ListFunctions() {}

    static void declare(Declarations to) {
        to.both("list", "tuple", Signature.any(), ArrayList::new)
                .bothCall("first", "mustFirst", taking(ANY), (call, a) -> end(list(a.getFirst(), "find first"), true))
                .bothCall("last", "mustLast", taking(ANY), (call, a) -> end(list(a.getFirst(), "find last"), false))
                .both("rest", "mustRest", taking(ANY), a -> part(list(a.getFirst(), "find rest"), 1, 0))
                .both("initial", "mustInitial", taking(ANY), a -> part(list(a.getFirst(), "find initial"), 0, 1))
                .both("append", "mustAppend", taking(ANY, ANY), a -> appended(a.get(0), a.get(1)))
                .both("push", "mustPush", taking(ANY, ANY), a -> appended(a.get(0), a.get(1)))
                .both("prepend", "mustPrepend", taking(ANY, ANY), a -> prepended(a.get(0), a.get(1)))
                .both(
                        "reverse",
                        "mustReverse",
                        taking(ANY),
                        a -> new ArrayList<>(list(a.getFirst(), "find reverse").reversed()))
                .bothCall("uniq", "mustUniq", taking(ANY), (call, a) -> unique(call, list(a.getFirst(), "find uniq")))
                .both("compact", "mustCompact", taking(ANY), a -> filled(list(a.getFirst(), "compact")))
                .bothCall(
                        "without",
                        "mustWithout",
                        taking(ANY).then(ANY),
                        (call, a) -> without(call, list(a.getFirst(), "find without"), NumberFunctions.rest(a)))
                .bothCall("has", "mustHas", taking(ANY, ANY), ListFunctions::has)
                .both("slice", "mustSlice", taking(ANY).then(ANY), ListFunctions::slice)
                .bothCall(
                        "chunk",
                        "mustChunk",
                        taking(INT, ANY),
                        (call, a) -> chunks(call, Arguments.small(a, 0), list(a.get(1), "chunk")))
                .call("concat", Signature.any(), ListFunctions::concatenated);
    }

    private static @Nullable Object end(List<@Nullable Object> list, boolean first) {
        return list.isEmpty() ? null : first ? list.getFirst() : list.getLast();
    }

    private static List<@Nullable Object> part(List<@Nullable Object> list, int before, int after) {
        return list.isEmpty() ? new ArrayList<>() : new ArrayList<>(list.subList(before, list.size() - after));
    }

    private static List<@Nullable Object> appended(@Nullable Object to, @Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>(list(to, "push"));
        list.add(value);
        return list;
    }

    private static List<@Nullable Object> prepended(@Nullable Object to, @Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>(list(to, "prepend"));
        list.addFirst(value);
        return list;
    }

    private static List<@Nullable Object> unique(Call call, List<@Nullable Object> list) {
        call.spendOn(list, list.size());
        call.reserve(Call.ELEMENT * list.size());
        return without(list, List.of(), true);
    }

    private static List<@Nullable Object> without(
            Call call, List<@Nullable Object> list, List<? extends @Nullable Object> unwanted) {
        call.spendOn(list, unwanted.size());
        call.reserve(Call.ELEMENT * list.size());
        return without(list, unwanted, false);
    }

    private static boolean has(Call call, List<@Nullable Object> a) {
        if (a.get(1) == null) {
            return false;
        }
        List<@Nullable Object> list = list(a.get(1), "find has");
        call.spendOn(list, 1);
        return holds(list, a.get(0));
    }

    private static List<@Nullable Object> without(
            List<@Nullable Object> list, List<? extends @Nullable Object> unwanted, boolean once) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : list) {
            if (!holds(unwanted, item) && !(once && holds(kept, item))) {
                kept.add(item);
            }
        }
        return kept;
    }

    static boolean holds(List<? extends @Nullable Object> list, @Nullable Object value) {
        return list.stream().anyMatch(item -> Equality.deep(item, value));
    }

    private static List<@Nullable Object> filled(List<@Nullable Object> list) {
        List<@Nullable Object> kept = new ArrayList<>(list);
        kept.removeIf(Arguments::isEmpty);
        return kept;
    }

    private static @Nullable List<@Nullable Object> slice(List<@Nullable Object> a) {
        List<@Nullable Object> list = Arguments.listOrNull(a.getFirst());
        if (list == null) {
            throw new FunctionException("list should be type of slice or array but " + Types.kind(a.getFirst()));
        }
        if (list.isEmpty()) {
            return null;
        }
        long start = a.size() > 1 ? Casts.whole(a.get(1)) : 0;
        long end = a.size() > 2 ? Casts.whole(a.get(2)) : list.size();
        if (start < 0 || start > end || end > list.size()) {
            throw new FunctionException("reflect.Value.Slice: slice index out of bounds");
        }
        return new ArrayList<>(list.subList((int) start, (int) end));
    }

    private static List<@Nullable Object> chunks(Call call, int size, List<@Nullable Object> list) {
        List<@Nullable Object> chunks = new ArrayList<>();
        if (size < 1) {
            throw new FunctionException("runtime error: integer divide by zero");
        }
        call.reserve(Call.ELEMENT * list.size() + Call.ENTRY * (list.size() / size + 1));
        for (int start = 0; start < list.size(); start += size) {
            chunks.add(new ArrayList<>(list.subList(start, Math.min(list.size(), start + size))));
        }
        return chunks;
    }

    private static List<@Nullable Object> concatenated(Call call, List<@Nullable Object> lists) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object each : lists) {
            List<@Nullable Object> list = list(each, "concat");
            call.reserve(Call.ELEMENT * list.size());
            all.addAll(list);
        }
        return all;
    }
}
