package dev.slipway.gitops;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list that was made of another one, element by element: of a later list that is nearly the same only what is new has to be
 * made. Elements are told apart by identity, which is cheap and never wrong.
 *
 * @param of what it was made of
 * @param made in the same order
 */
public record Derived<T, R>(List<T> of, List<R> made) {

    public Derived {
        of = List.copyOf(of);
        made = List.copyOf(made);
        if (of.size() != made.size()) {
            throw new IllegalArgumentException(made.size() + " were made of " + of.size() + ".");
        }
    }

    public static <T, R> Derived<T, R> nothing() {
        return new Derived<>(List.of(), List.of());
    }

    /** @param make is also given what was made of the same element before, null where it is new */
    public Derived<T, R> next(List<T> now, BiFunction<T, @Nullable R, R> make) {
        List<@Nullable R> known = known(now);
        List<R> next = new ArrayList<>(now.size());
        for (int i = 0; i < now.size(); i++) {
            next.add(make.apply(now.get(i), known.get(i)));
        }
        return new Derived<>(now, next);
    }

    /** What was made of each of these before; null for what is new. Most stand where they stood, from either end. */
    @SuppressWarnings("ReferenceEquality") // what this class is for
    List<@Nullable R> known(List<T> now) {
        int most = Math.min(of.size(), now.size());
        int head = 0;
        while (head < most && of.get(head) == now.get(head)) {
            head++;
        }
        int shift = of.size() - now.size();
        IdentityHashMap<T, R> moved = new IdentityHashMap<>();
        for (int i = head; i < of.size(); i++) {
            if (i < shift || now.get(i - shift) != of.get(i)) {
                moved.put(of.get(i), made.get(i));
            }
        }
        List<@Nullable R> known = new ArrayList<>(now.size());
        known.addAll(made.subList(0, head));
        for (int i = head; i < now.size(); i++) {
            T each = now.get(i);
            known.add(i + shift >= head && of.get(i + shift) == each ? made.get(i + shift) : moved.get(each));
        }
        return known;
    }
}
