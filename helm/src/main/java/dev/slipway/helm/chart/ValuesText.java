package dev.slipway.helm.chart;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of values. */
public final class ValuesText {

    private ValuesText() {}

    /**
     * The values; none for an empty file.
     *
     * @throws Refusal if it is not YAML, or no map
     */
    public static Map<String, @Nullable Object> read(String file, String text) {
        Object value;
        try {
            value = GoYaml.values(file, text);
        } catch (YamlException e) {
            throw Refusal.notYaml(e);
        }
        Map<String, @Nullable Object> map = Values.map(value);
        if (value != null && map == null) {
            throw new Refusal(
                    new Place(file, 1, 1), "These values are no map.", "keys with values.", "Correct the file.");
        }
        return map == null ? new LinkedHashMap<>() : map;
    }
}
