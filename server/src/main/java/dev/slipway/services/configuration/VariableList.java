package dev.slipway.services.configuration;

import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.documents.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A list in a file that variables can join.
 *
 * @param document of the file's
 * @param pointer to the list in it
 * @param size how many items it has
 * @param generated whether its items are a generator's {@code NAME=value}; otherwise they are a container's {@code env}
 */
record VariableList(String file, YamlValue document, String pointer, int size, boolean generated) {

    String with(String text, String variable, String value) {
        return editor(text).set(pointer + "/" + size, item(variable, value)).text();
    }

    String replaced(String text, int index, String variable, String value) {
        return generated
                ? editor(text).set(pointer + "/" + index, item(variable, value)).text()
                : editor(text).set(pointer + "/" + index + "/value", value).text();
    }

    /** The list stays, be it empty. */
    String without(String text, int index) {
        return editor(text).remove(pointer + "/" + index).text();
    }

    private Object item(String variable, String value) {
        if (generated) {
            return variable + "=" + value;
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", variable);
        item.put("value", value);
        return item;
    }

    private YamlEditor editor(String text) {
        return YamlEditor.of(file, text, document::equals);
    }
}
