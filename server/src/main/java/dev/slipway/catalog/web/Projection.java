package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogEntity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parameter {@code fields}: only these paths of each entity are answered. */
final class Projection {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String[]> paths;

    private Projection(List<String[]> paths) {
        this.paths = paths;
    }

    /** @param fields values of the parameter, each with commas between paths; none for everything */
    static Projection of(List<String> fields) {
        return new Projection(fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .filter(field -> !field.isBlank())
                .map(field -> field.strip().split("\\."))
                .toList());
    }

    /** The entities as a JSON array. */
    String array(List<CatalogEntity> entities) {
        return entities.stream().map(entity -> of(entity.json())).collect(Collectors.joining(",", "[", "]"));
    }

    /** The entity's JSON with these paths only. */
    String of(String entity) {
        if (paths.isEmpty()) {
            return entity;
        }
        JsonNode all = JSON.readTree(entity);
        ObjectNode some = JSON.createObjectNode();
        paths.forEach(path -> copy(all, some, path, 0));
        return some.toString();
    }

    /** Keys of annotations and labels have dots themselves: the longest key that fits is taken. */
    private static void copy(JsonNode from, ObjectNode to, String[] path, int at) {
        for (int end = path.length; end > at; end--) {
            String key = String.join(".", Arrays.asList(path).subList(at, end));
            JsonNode value = from.get(key);
            if (value != null) {
                if (end == path.length) {
                    to.set(key, value);
                } else if (value.isObject()) {
                    copy(value, to.has(key) ? (ObjectNode) to.get(key) : to.putObject(key), path, end);
                }
                return;
            }
        }
    }
}
