package dev.slipway.gitops.sets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts parameters into texts. */
interface Templating {

    /** @throws GeneratorException if the text is no template, or a parameter that must be there is not */
    String fill(String text, Map<String, @Nullable Object> parameters);

    /** The parameters that this text would name and that have no value, so that it does not come to what was meant. */
    List<String> unfilled(String text, Map<String, @Nullable Object> parameters);

    /** What stands in a text where a parameter had no value. */
    String gap();

    /** Whether parameters are nested values, and not texts by dotted names. */
    boolean nested();

    /** Every text below this value, with keys of maps. */
    default @Nullable Object fillAll(@Nullable Object value, Map<String, @Nullable Object> parameters) {
        return switch (value) {
            case String text -> text.contains("{{") ? fill(text, parameters) : text;
            case List<?> list -> {
                List<@Nullable Object> filled = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    filled.add(fillAll(list.get(i), String.valueOf(i), parameters));
                }
                yield filled;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((key, each) -> filled.put(
                        String.valueOf(fillAll(String.valueOf(key), parameters)),
                        fillAll(each, String.valueOf(key), parameters)));
                yield filled;
            }
            case null -> null;
            default -> value;
        };
    }

    private @Nullable Object fillAll(@Nullable Object value, String key, Map<String, @Nullable Object> parameters) {
        try {
            return fillAll(value, parameters);
        } catch (GeneratorException e) {
            throw e.below("/" + key.replace("~", "~0").replace("/", "~1"));
        }
    }
}
