package dev.slipway.gitops.validation.inventory;

import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container of pods.
 *
 * @param pointer where it stands in its object
 * @param content empty where it is no map
 */
public record Container(String pointer, Kind kind, Map<String, @Nullable Object> content) {

    /** When it runs. */
    public enum Kind {
        MAIN,
        /** To its end, before the others. */
        INIT,
        /** Beside the others, started before them. */
        SIDECAR,
        EPHEMERAL
    }

    public String name() {
        String name = Values.text(content, "name");
        return name == null ? "" : name;
    }

    public @Nullable Object at(String... path) {
        return Values.at(content, path);
    }

    public List<?> list(String... path) {
        List<?> list = Values.list(content, path);
        return list == null ? List.of() : list;
    }
}
