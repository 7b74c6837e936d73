package dev.slipway.catalog.pages;

import dev.slipway.catalog.pages.openapi.OpenApiDocument;
import dev.slipway.catalog.pages.openapi.OpenApiReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an API's definition says.
 *
 * @param text the definition; empty when there is none
 * @param openApi null when it is none, or cannot be read
 * @param problem why it cannot be read; empty when nothing is wrong
 */
public record ApiDefinition(
        String type, String text, boolean cut, @Nullable OpenApiDocument openApi, String problem) {

    private static final int LONGEST = 200_000;

    static ApiDefinition of(EntityView view) {
        String text = view.spec("definition");
        String type = view.spec("type");
        boolean cut = text.length() > LONGEST;
        String shown = cut ? text.substring(0, LONGEST) : text;
        if (!type.toLowerCase(Locale.ROOT).startsWith("openapi") || text.isBlank()) {
            return new ApiDefinition(type, shown, cut, null, "");
        }
        try {
            return new ApiDefinition(type, shown, cut, OpenApiReader.read(text), "");
        } catch (IllegalArgumentException e) {
            return new ApiDefinition(type, shown, cut, null, String.valueOf(e.getMessage()));
        }
    }
}
