package dev.slipway.services.configuration;

import dev.slipway.documents.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** A place in a file of an overlay or its base where a variable is set. */
sealed interface VariableSite {

    String name();

    int line();

    /** The list that holds it. */
    VariableList list();

    /** Its index there. */
    int index();

    default String file() {
        return list().file();
    }

    /**
     * An item of a container's {@code env}.
     *
     * @param value null when the value comes from elsewhere
     */
    record Entry(
            String name,
            int line,
            VariableList list,
            int index,
            @Nullable YamlScalar value) implements VariableSite {}

    /** A {@code NAME=value} of a configMapGenerator. */
    record Literal(String name, int line, VariableList list, int index, YamlScalar item) implements VariableSite {

        String value() {
            return item.text().substring(item.text().indexOf('=') + 1);
        }
    }
}
