package dev.slipway.scaffolder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers to a template's form.
 *
 * @param values by field; null for what was left empty
 * @param secrets by name, beside those that fields ask for
 * @param choices by path of the field, from 0: which of several alternatives ({@code oneOf}) was chosen; what fits the values best
 *     where it says nothing
 */
public record Answers(Map<String, @Nullable Object> values, Map<String, String> secrets, Map<String, Integer> choices) {

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = Map.copyOf(secrets);
        choices = Map.copyOf(choices);
    }

    public static Answers of(Map<String, @Nullable Object> values, Map<String, String> secrets) {
        return new Answers(values, secrets, Map.of());
    }
}
