package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every single value of a chart's values. */
final class Values {

    private Values() {}

    /**
     * One value.
     *
     * @param path as {@code helm --set} takes it
     * @param pointer to the same value
     * @param line from 1; 0 where it is not read from a file
     */
    record Value(String path, String pointer, String text, int line) {}

    static List<Value> of(YamlValue values) {
        List<Value> all = new ArrayList<>();
        collect(values, "", "", all);
        return all;
    }

    private static void collect(YamlValue value, String path, String pointer, List<Value> all) {
        switch (value) {
            case YamlMap map ->
                map.entries()
                        .forEach(each -> collect(
                                each.value(),
                                below(path, each.key().text()),
                                pointer + "/" + Containers.escaped(each.key().text()),
                                all));
            case YamlList list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), path + "[" + i + "]", pointer + "/" + i, all);
                }
            }
            case YamlScalar scalar ->
                all.add(new Value(path, pointer, scalar.text(), scalar.place().line()));
        }
    }

    static List<Value> of(Map<String, @Nullable Object> values) {
        List<Value> all = new ArrayList<>();
        collect(values, "", "", all);
        return all;
    }

    private static void collect(@Nullable Object value, String path, String pointer, List<Value> all) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, each) -> collect(
                        each,
                        below(path, String.valueOf(key)),
                        pointer + "/" + Containers.escaped(String.valueOf(key)),
                        all));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(list.get(i), path + "[" + i + "]", pointer + "/" + i, all);
                }
            }
            case null -> {}
            default -> all.add(new Value(path, pointer, value.toString(), 0));
        }
    }

    private static String below(String path, String key) {
        String escaped = key.replaceAll("([.,=\\[\\]{}\\\\])", "\\\\$1");
        return path.isEmpty() ? escaped : path + "." + escaped;
    }
}
