package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON patch (RFC 6902), applied to plain values. */
final class JsonPatch {

    private record Operation(
            Place place,
            String name,
            YamlPointer path,
            @Nullable YamlPointer from,
            @Nullable Object value) {}

    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = operations;
    }

    static JsonPatch read(YamlList list) {
        return new JsonPatch(list.items().stream().map(JsonPatch::operation).toList());
    }

    private static Operation operation(YamlValue value) {
        YamlMap map = value.asMap().orElseThrow(() -> malformed(value.place(), value.kind()));
        String name = map.text("op").orElseThrow(() -> malformed(map.place(), "no op"));
        boolean moves = name.equals("copy") || name.equals("move");
        if (!moves && !List.of("add", "replace", "test", "remove").contains(name)) {
            throw malformed(map.place(), "the op \"" + name + "\"");
        }
        if (name.equals("test") && map.get("value").isEmpty()) {
            throw malformed(map.place(), "no value");
        }
        return new Operation(
                map.place(),
                name,
                pointer(map, "path"),
                moves ? pointer(map, "from") : null,
                map.get("value").map(PatchValue::of).orElse(null));
    }

    /** As for kubectl, what stands before the first slash does not matter. */
    private static YamlPointer pointer(YamlMap map, String field) {
        String text = map.text(field).orElseThrow(() -> malformed(map.place(), "no " + field));
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw malformed(map.place(), "the " + field + " \"" + text + "\"");
        }
        return YamlPointer.parse(text.substring(slash));
    }

    private static Refusal malformed(Place place, String what) {
        return new Refusal(
                place,
                "This operation of a JSON patch has " + what + ".",
                "op (add, remove, replace, test, copy, move), path that begins with a slash, and value or from.",
                "Correct the operation.");
    }

    /** Changes the content; on a refusal it is left half changed, so hand in a copy. */
    void apply(Map<String, @Nullable Object> content) {
        for (Operation operation : operations) {
            apply(operation, content);
        }
    }

    private static void apply(Operation operation, Map<String, @Nullable Object> content) {
        JsonTarget target = new JsonTarget(operation.place(), content, operation.path());
        switch (operation.name()) {
            case "add" -> target.add(Values.copy(operation.value()));
            case "replace" -> target.replace(Values.copy(operation.value()));
            case "remove" -> target.remove();
            case "test" -> test(operation, target.get());
            default -> {
                JsonTarget source =
                        new JsonTarget(operation.place(), content, Objects.requireNonNull(operation.from()));
                Object value = Values.copy(source.get());
                if (operation.name().equals("move")) {
                    source.remove();
                }
                target.add(value);
            }
        }
    }

    private static void test(Operation operation, @Nullable Object actual) {
        if (!Objects.equals(actual, operation.value())) {
            throw new Refusal(
                    operation.place(),
                    "The test of " + operation.path() + " failed: the object has \"" + actual + "\".",
                    "\"" + operation.value() + "\".",
                    "Correct the patch or the object.");
        }
    }
}
