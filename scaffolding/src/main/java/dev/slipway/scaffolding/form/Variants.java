package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Alternatives that a person chooses from ({@code oneOf}, {@code anyOf}).
 *
 * @param titles of all of them; empty where there is nothing to choose
 * @param chosen from 0
 */
public record Variants(List<String> titles, int chosen) {

    /** Nothing to choose. */
    static final Variants NONE = new Variants(List.of(), 0);

    public Variants {
        titles = List.copyOf(titles);
    }

    /** @param choice what a person said; null for the alternative that fits the value best */
    static Variants of(
            List<Map<String, @Nullable Object>> alternatives, @Nullable Object value, @Nullable Integer choice) {
        List<String> titles = IntStream.range(0, alternatives.size())
                .mapToObj(index -> Plain.text(alternatives.get(index), "title", "Option " + (index + 1)))
                .toList();
        return new Variants(
                titles, choice == null ? fitting(alternatives, value) : Math.clamp(choice, 0, alternatives.size() - 1));
    }

    private static int fitting(List<Map<String, @Nullable Object>> alternatives, @Nullable Object value) {
        int best = 0;
        long most = -1;
        for (int i = 0; i < alternatives.size(); i++) {
            long fit = fit(alternatives.get(i), value);
            if (fit > most) {
                best = i;
                most = fit;
            }
        }
        return best;
    }

    /** One that holds is best; then the more of the value it knows, the better. */
    private static long fit(Map<String, @Nullable Object> alternative, @Nullable Object value) {
        Map<String, @Nullable Object> properties = Plain.map(alternative.get("properties"));
        long known = Plain.map(value).keySet().stream()
                .filter(properties::containsKey)
                .count();
        boolean holds = value != null && Conditions.holds(alternative, value);
        return known + (holds ? 1000 : 0);
    }
}
