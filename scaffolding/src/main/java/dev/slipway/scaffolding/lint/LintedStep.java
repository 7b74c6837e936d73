package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.Action;
import java.util.Optional;

/**
 * A step as it is written.
 *
 * @param action empty when nobody knows it
 */
record LintedStep(String id, YamlMap map, Optional<Action> action) {

    String actionId() {
        return map.text("action").orElse("");
    }

    Optional<YamlMap> input() {
        return map.map("input");
    }

    /** Where its action stands. */
    Place actionPlace() {
        return map.get("action").map(YamlValue::place).orElse(map.place());
    }
}
