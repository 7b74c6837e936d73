package dev.slipway.gitops.sets;

import dev.slipway.gitops.manifest.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first generator's sets, each with what the later ones give for the same merge keys. */
record MergedParameters(Fields merge, Generators generators) {

    List<Map<String, @Nullable Object>> sets() {
        List<Fields> children = merge.maps("generators");
        if (children.size() < 2 || merge.texts("mergeKeys").isEmpty()) {
            throw new GeneratorException(
                    "A merge needs two generators and mergeKeys.", "generators and mergeKeys", "Add what is missing.");
        }
        List<Map<String, @Nullable Object>> merged = new ArrayList<>(generators.nested("merge", children, 0, Map.of()));
        for (int i = 1; i < children.size(); i++) {
            Map<List<@Nullable Object>, Map<String, @Nullable Object>> others =
                    byKey(generators.nested("merge", children, i, Map.of()));
            merged.replaceAll(each -> others.containsKey(key(each)) ? over(each, others.get(key(each))) : each);
        }
        return merged;
    }

    private Map<List<@Nullable Object>, Map<String, @Nullable Object>> byKey(List<Map<String, @Nullable Object>> sets) {
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> byKey = new HashMap<>();
        for (Map<String, @Nullable Object> each : sets) {
            if (byKey.put(key(each), each) != null) {
                throw new GeneratorException(
                        "A generator of the merge gives " + merge.texts("mergeKeys") + " = " + key(each) + " twice.",
                        "one set for each value of mergeKeys",
                        "Add a merge key, or take one away.");
            }
        }
        return byKey;
    }

    private List<@Nullable Object> key(Map<String, @Nullable Object> set) {
        List<@Nullable Object> key = new ArrayList<>();
        merge.texts("mergeKeys").forEach(each -> key.add(set.get(each)));
        return key;
    }

    private Map<String, @Nullable Object> over(
            Map<String, @Nullable Object> base, @Nullable Map<String, @Nullable Object> other) {
        if (other == null) {
            return base;
        }
        if (generators.templating().nested()) {
            return Parameters.merged(other, base);
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>(base);
        both.putAll(other);
        return both;
    }
}
