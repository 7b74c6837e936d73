package dev.slipway.documents.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A JSON pointer (RFC 6901) into a YAML document.
 *
 * @param segments unescaped
 */
public record YamlPointer(List<String> segments) {

    public YamlPointer {
        segments = List.copyOf(segments);
    }

    /**
     * Parses {@code /spec/source/kustomize/images/0}.
     *
     * @throws IllegalArgumentException if it neither is empty nor begins with a slash
     */
    public static YamlPointer parse(String pointer) {
        if (pointer.isEmpty()) {
            return new YamlPointer(List.of());
        }
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("The pointer \"" + pointer + "\" does not begin with a slash.");
        }
        return new YamlPointer(Arrays.stream(pointer.substring(1).split("/", -1))
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** The value it points at, below {@code root}. */
    public Optional<YamlValue> find(YamlValue root) {
        Optional<YamlValue> at = Optional.of(root);
        for (String segment : segments) {
            at = at.flatMap(value -> child(value, segment));
        }
        return at;
    }

    private static Optional<YamlValue> child(YamlValue value, String segment) {
        return switch (value) {
            case YamlMap map -> map.get(segment);
            case YamlList list ->
                segment.matches("0|[1-9][0-9]{0,8}")
                                && Integer.parseInt(segment) < list.items().size()
                        ? Optional.of(list.items().get(Integer.parseInt(segment)))
                        : Optional.empty();
            case YamlScalar _ -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        segments.forEach(
                segment -> text.append('/').append(segment.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
