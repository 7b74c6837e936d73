package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a template, not yet rendered.
 *
 * @param input null when it has none
 * @param condition {@code if}; null for always
 * @param each what it is repeated over; null for once
 */
public record Step(
        String id,
        String name,
        String action,
        @Nullable YamlMap input,
        @Nullable YamlValue condition,
        @Nullable YamlValue each,
        Place place) {

    /** Whether its condition asks for it to run even after another step failed. */
    public boolean runsAfterFailure() {
        return Optional.ofNullable(condition)
                .flatMap(YamlValue::asText)
                .filter(text -> text.contains("always(") || text.contains("failure("))
                .isPresent();
    }
}
