package dev.slipway.documents.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a YAML document: what it is, where it begins, and which characters of the text it spans. */
public sealed interface YamlValue permits YamlMap, YamlList, YamlScalar {

    Place place();

    Span span();

    /** As plain Java: {@code Map<String, Object>}, {@code List<Object>}, String, Long, BigInteger, Double, Boolean or null. */
    @Nullable
    Object plain();

    /** In words, for messages: "a map", "a list", "a text" … */
    String kind();

    default Optional<YamlMap> asMap() {
        return this instanceof YamlMap map ? Optional.of(map) : Optional.empty();
    }

    default Optional<YamlList> asList() {
        return this instanceof YamlList list ? Optional.of(list) : Optional.empty();
    }

    default Optional<YamlScalar> asScalar() {
        return this instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** The scalar's text, whatever its type; empty for maps, lists and null. */
    default Optional<String> asText() {
        return asScalar().filter(scalar -> scalar.value() != null).map(YamlScalar::text);
    }

    /** The value at a JSON pointer (RFC 6901) below this one; the empty pointer is this value. */
    default Optional<YamlValue> at(String pointer) {
        return YamlPointer.parse(pointer).find(this);
    }

    /** The characters {@code start} (inclusive) to {@code end} (exclusive) of the parsed text, as indices of UTF-16 units. */
    record Span(int start, int end) {}
}
