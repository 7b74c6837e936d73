package dev.slipway.helm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that come on top of a chart's own. */
public sealed interface ValueSource {

    /**
     * A file of the tree ({@code --values}).
     *
     * @param path from the root of the tree
     * @param optional a file that is not there is passed over
     */
    record File(String path, boolean optional) implements ValueSource {
        public File(String path) {
            this(path, false);
        }
    }

    /**
     * YAML that stands somewhere else ({@code spec.source.helm.values}).
     *
     * @param where for messages
     */
    record Text(String where, String yaml) implements ValueSource {}

    /** Plain values ({@code spec.source.helm.valuesObject}); whole numbers become floats, as those of files are. */
    record Inline(Map<String, ? extends @Nullable Object> values) implements ValueSource {}

    /** {@code --set}: {@code image.tag=1.2,ports[0]=80,hosts={a,b}}. */
    record Set(String expression) implements ValueSource {}

    /** {@code --set-string}: as {@link Set}, every value a text. */
    record SetString(String expression) implements ValueSource {}

    /** {@code --set-json}: {@code list=[1,2],map={"a": 1}}. */
    record SetJson(String expression) implements ValueSource {}

    /** {@code --set-literal}: one path, and all behind the {@code =} as it stands. */
    record SetLiteral(String expression) implements ValueSource {}

    /**
     * {@code --set-file}: the content of a file as a text.
     *
     * @param path of keys, as in {@link Set}
     */
    record SetFile(String path, String content) implements ValueSource {}
}
