package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.images.Decision.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a parameter of an ApplicationSet is written.
 *
 * @param pointer in its document
 */
record SetParameter(String pointer, YamlScalar scalar) {

    /** What generators write of a parameter beside the sets that they read: {@code values} of the set's own. */
    private static final String VALUES = "values";

    Decision decision(String repository, String file, int document) {
        return new Decision(
                Rule.SET_PARAMETER, repository, file, scalar.place().line(), document, pointer, "", scalar.text());
    }

    /** In this map or any below it that has nothing but parameters of the Application. */
    static Stream<SetParameter> below(
            YamlValue at, String pointer, String name, String value, Map<String, String> parameters) {
        Stream<SetParameter> here = Stream.concat(
                in(at, pointer, name, value, parameters).stream(),
                inValues(at, pointer, name, value, parameters).stream());
        return Stream.concat(
                here,
                children(at, pointer).flatMap(each -> below(each.getValue(), each.getKey(), name, value, parameters)));
    }

    /** In a set of parameters, if all that it says are those of this Application. */
    static Optional<SetParameter> in(
            YamlValue set, String pointer, String name, String value, Map<String, String> parameters) {
        return set instanceof YamlMap && isOf(set, "", parameters) ? at(set, pointer, name, value) : Optional.empty();
    }

    private static Optional<SetParameter> inValues(
            YamlValue generator, String pointer, String name, String value, Map<String, String> parameters) {
        return name.startsWith(VALUES + ".")
                ? generator
                        .asMap()
                        .flatMap(map -> map.get(VALUES))
                        .filter(values -> isOf(values, VALUES, parameters))
                        .flatMap(values ->
                                at(values, pointer + "/" + VALUES, name.substring(VALUES.length() + 1), value))
                : Optional.empty();
    }

    private static boolean isOf(YamlValue value, String name, Map<String, String> parameters) {
        return value instanceof YamlScalar scalar
                ? isUntold(scalar) || scalar.text().equals(parameters.get(name))
                : keyed(value)
                        .allMatch(each -> isOf(
                                each.getValue(),
                                name.isEmpty() ? each.getKey() : name + "." + each.getKey(),
                                parameters));
    }

    /** Nothing, and what another generator's parameters are filled into. */
    private static boolean isUntold(YamlScalar scalar) {
        return scalar.plain() == null || scalar.text().contains("{{");
    }

    /** A name with dots is of maps in maps, or of keys that have dots. */
    private static Optional<SetParameter> at(YamlValue value, String pointer, String name, String text) {
        return keyed(value)
                .flatMap(each -> {
                    String below = pointer + "/" + Containers.escaped(each.getKey());
                    if (each.getKey().equals(name)) {
                        return each
                                .getValue()
                                .asScalar()
                                .filter(scalar -> scalar.text().equals(text))
                                .stream()
                                .map(scalar -> new SetParameter(below, scalar));
                    }
                    return name.startsWith(each.getKey() + ".")
                            ? at(
                                    each.getValue(),
                                    below,
                                    name.substring(each.getKey().length() + 1),
                                    text)
                                    .stream()
                            : Stream.empty();
                })
                .findFirst();
    }

    private static Stream<Map.Entry<String, YamlValue>> children(YamlValue value, String pointer) {
        return keyed(value).map(each -> Map.entry(pointer + "/" + Containers.escaped(each.getKey()), each.getValue()));
    }

    private static Stream<Map.Entry<String, YamlValue>> keyed(YamlValue value) {
        return switch (value) {
            case YamlMap map ->
                map.entries().stream().map(each -> Map.entry(each.key().text(), each.value()));
            case YamlList list -> numbered(list.items());
            case YamlScalar _ -> Stream.empty();
        };
    }

    private static Stream<Map.Entry<String, YamlValue>> numbered(List<YamlValue> items) {
        return IntStream.range(0, items.size()).mapToObj(i -> Map.entry(Integer.toString(i), items.get(i)));
    }
}
