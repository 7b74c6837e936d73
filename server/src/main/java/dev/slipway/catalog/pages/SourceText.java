package dev.slipway.catalog.pages;

import dev.slipway.documents.yaml.YamlWriter;

/**
 * An entity as text.
 *
 * @param cut whether only the beginning is shown
 */
public record SourceText(String yaml, boolean cut) {

    private static final int LONGEST = 200_000;

    static SourceText of(EntityView view) {
        String yaml = YamlWriter.text(view.entity().document());
        return yaml.length() <= LONGEST
                ? new SourceText(yaml, false)
                : new SourceText(yaml.substring(0, LONGEST), true);
    }
}
