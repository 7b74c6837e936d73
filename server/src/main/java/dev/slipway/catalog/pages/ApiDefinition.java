package dev.slipway.catalog.pages;

import dev.slipway.catalog.pages.definition.ApiOutline;
import dev.slipway.catalog.pages.definition.Definitions;
import dev.slipway.catalog.pages.definition.UnreadableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What an API's definition says.
 *
 * @param language the language that it is written in, as people call it
 * @param text the definition; empty when there is none
 * @param outline null when its language is not known, or it cannot be read
 * @param problem why it cannot be read; null when nothing is wrong
 */
public record ApiDefinition(
        String language,
        String text,
        boolean cut,
        @Nullable ApiOutline outline,
        @Nullable Trouble problem) {

    private static final int LONGEST = 200_000;

    /** @param line where it is, from 1; 0 where that cannot be told */
    public record Trouble(int line, String message) {}

    /** What ends too early is wrong in its last line. */
    private static Trouble trouble(UnreadableDefinition e, String text) {
        return new Trouble(Math.min(e.line(), (int) text.lines().count()), String.valueOf(e.getMessage()));
    }

    static ApiDefinition of(EntityView view) {
        String text = view.spec("definition");
        String type = view.spec("type");
        boolean cut = text.length() > LONGEST;
        String shown = cut ? text.substring(0, LONGEST) : text;
        String language = Definitions.language(type);
        if (text.isBlank()) {
            return new ApiDefinition(language, "", false, null, null);
        }
        try {
            return new ApiDefinition(
                    language, shown, cut, Definitions.outline(type, text).orElse(null), null);
        } catch (UnreadableDefinition e) {
            return new ApiDefinition(language, shown, cut, null, trouble(e, text));
        }
    }
}
