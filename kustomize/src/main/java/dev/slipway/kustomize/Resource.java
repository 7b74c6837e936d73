package dev.slipway.kustomize;

import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes object.
 *
 * @param content everything, as plain values (maps, lists, String, Long, BigInteger, Double, Boolean, null), unmodifiable
 */
public record Resource(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        String name,
        Map<String, @Nullable Object> content) {

    public Resource {
        content = Values.frozen(content);
    }

    /**
     * The object with this content; what is missing of its identity becomes the empty string.
     *
     * @param content plain values, copied
     */
    public static Resource of(Map<String, ? extends @Nullable Object> content) {
        Map<String, @Nullable Object> copy = Values.frozen(content);
        return new Resource(
                Objects.requireNonNullElse(Values.text(copy, "apiVersion"), ""),
                Objects.requireNonNullElse(Values.text(copy, "kind"), ""),
                Values.text(copy, "metadata", "namespace"),
                Objects.requireNonNullElse(Values.text(copy, "metadata", "name"), ""),
                copy);
    }

    /** The group of the API: {@code apps} of {@code apps/v1}, empty for the core's {@code v1}. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The version of the API: {@code v1} of {@code apps/v1}. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** The value at a path of keys; a number as key is the index in a list. Empty when it is missing or null. */
    public Optional<Object> at(String... path) {
        return Optional.ofNullable(Values.at(content, path));
    }

    /** The text of the scalar at a path; empty when it is missing, null, a map or a list. */
    public Optional<String> text(String... path) {
        return Optional.ofNullable(Values.text(content, path));
    }

    /** The map at a path; empty when it is missing or something else. */
    public Map<String, @Nullable Object> map(String... path) {
        Map<String, @Nullable Object> map = Values.map(content, path);
        return map == null ? Map.of() : map;
    }

    /** The list at a path; empty when it is missing or something else. */
    public List<@Nullable Object> list(String... path) {
        List<@Nullable Object> list = Values.list(content, path);
        return list == null ? List.of() : list;
    }

    /** The labels, sorted by key. */
    public Map<String, String> labels() {
        return texts("labels");
    }

    /** The annotations, sorted by key. */
    public Map<String, String> annotations() {
        return texts("annotations");
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new TreeMap<>();
        map("metadata", field).forEach((key, value) -> texts.put(key, value == null ? "" : value.toString()));
        return java.util.Collections.unmodifiableMap(texts);
    }

    /** {@code apps/v1 Deployment shop/checkout}, for messages. */
    @Override
    public String toString() {
        return apiVersion + " " + kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
