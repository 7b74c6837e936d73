package dev.slipway.scaffolding.testing;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.testing.TestResult.Failure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a run shows with what a test says of it: keys that the test leaves out can be anything, lists are whole. */
final class OutputComparison {

    private final List<Failure> failures;

    OutputComparison(List<Failure> failures) {
        this.failures = failures;
    }

    void compare(YamlValue expected, @Nullable Object actual, String path) {
        switch (expected) {
            case YamlMap map ->
                map.entries()
                        .forEach(entry -> compare(
                                entry.value(),
                                member(actual, entry.key().text()),
                                path + "." + entry.key().text()));
            case YamlList list -> list(list, actual instanceof List<?> items ? items : List.of(), path);
            case YamlScalar scalar -> {
                if (!text(scalar.value()).equals(text(actual))) {
                    failures.add(new Failure(
                            scalar.place(),
                            "\"" + path + "\" is " + shown(actual) + ", expected " + shown(scalar.value()) + "."));
                }
            }
        }
    }

    private void list(YamlList list, List<?> actual, String path) {
        if (list.items().size() != actual.size()) {
            failures.add(new Failure(
                    list.place(),
                    "\"" + path + "\" has " + actual.size() + " items, expected "
                            + list.items().size() + ": " + actual));
            return;
        }
        for (int i = 0; i < actual.size(); i++) {
            compare(list.items().get(i), actual.get(i), path + "[" + i + "]");
        }
    }

    private static @Nullable Object member(@Nullable Object value, String key) {
        return switch (value) {
            case Map<?, ?> map -> map.get(key);
            case RunState.Link link ->
                switch (key) {
                    case "title" -> link.title();
                    case "url" -> link.url();
                    case "icon" -> link.icon();
                    default -> null;
                };
            case null, default -> null;
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String shown(@Nullable Object value) {
        return value == null || "".equals(value)
                ? "missing"
                : value instanceof String ? "\"" + value + "\"" : value + "";
    }
}
