package dev.slipway.gitops.sets;

import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.Limits;
import dev.slipway.gotemplate.MissingKey;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.kustomize.document.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code goTemplate: true}: texts are templates of Go with Sprig's functions. For one run of a set; not safe for several threads. */
final class GoTemplating implements Templating {

    private static final int SHOWN = 200;
    private static final String NAME = "";

    private static final String NO_VALUE = "<no value>";
    private static final Pattern FIELD = Pattern.compile("(?<![\\w)\\]])\\.([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)");

    /** A text of an Application is a name, a path, an address or a few values; many sets make thousands of Applications. */
    private static final long CHARACTERS_OF_A_TEXT = 8_000_000;

    private static final long CHARACTERS_OF_A_SET = 40_000_000;

    private final Options options;
    private long written;
    private final Map<String, GoTemplates> parsed = new HashMap<>();

    /** @param options the set's {@code goTemplateOptions} */
    GoTemplating(List<String> options) {
        Options all = Options.usual().withLimits(Limits.usual().withCharacters(CHARACTERS_OF_A_TEXT));
        for (String option : options) {
            all = all.withMissingKey(missingKey(option));
        }
        this.options = all;
    }

    private static MissingKey missingKey(String option) {
        try {
            return MissingKey.parse(option);
        } catch (IllegalArgumentException e) {
            throw new GeneratorException(
                            "goTemplateOptions has \"" + option + "\", which Go does not know.",
                            "missingkey=default, missingkey=zero or missingkey=error",
                            "Correct it.")
                    .in("/spec/goTemplateOptions");
        }
    }

    @Override
    public String gap() {
        return NO_VALUE;
    }

    @Override
    public boolean nested() {
        return true;
    }

    @Override
    public String fill(String text, Map<String, @Nullable Object> parameters) {
        try {
            String filled =
                    parsed.computeIfAbsent(text, GoTemplating::parse).execute(NAME, numbersOfJson(parameters), options);
            count(filled);
            return filled;
        } catch (LimitException e) {
            throw tooMuch(text, String.valueOf(e.getMessage()));
        } catch (TemplateException e) {
            throw new GeneratorException(
                    "The text \"" + text + "\" cannot be filled: " + e.getMessage(),
                    "a template of Go that fits the parameters " + Parameters.flat(parameters),
                    "Correct the template or the parameters.");
        }
    }

    private void count(String filled) {
        written += filled.length();
        if (written > CHARACTERS_OF_A_SET) {
            throw tooMuch(filled, "the set has made more than " + CHARACTERS_OF_A_SET + " characters");
        }
    }

    private static GeneratorException tooMuch(String text, String message) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new GeneratorException(
                "The text \"" + start + "\" cannot be filled: " + message + ".",
                "a template that ends in time, and makes no more than an Application needs",
                "Look for a loop, or a text or list that grows in one.");
    }

    /** Without {@code missingkey=error}, Go writes a text of its own for what is not there. */
    @Override
    public List<String> unfilled(String text, Map<String, @Nullable Object> parameters) {
        if (text.contains(NO_VALUE) || !fill(text, parameters).contains(NO_VALUE)) {
            return List.of();
        }
        List<String> missing = FIELD.matcher(text)
                .results()
                .map(each -> each.group(1))
                .filter(each -> Values.at(parameters, each.split("\\.")) == null)
                .distinct()
                .toList();
        return missing.isEmpty() ? List.of(text) : missing;
    }

    private static GoTemplates parse(String text) {
        return GoTemplates.parse(Map.of(NAME, text), SetFunctions.ALL);
    }

    /** Parameters have come through JSON, where every number is a floating one. */
    private static @Nullable Object numbersOfJson(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case List<?> list -> list.stream().map(GoTemplating::numbersOfJson).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
                map.forEach((key, each) -> numbers.put(String.valueOf(key), numbersOfJson(each)));
                yield numbers;
            }
            case null, default -> value;
        };
    }
}
