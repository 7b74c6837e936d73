package dev.slipway.catalog.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in nearly every document a field is. Only the whole document can tell whether it is elsewhere. */
final class FieldPath {

    /** Clients write fields in lower case as well, as Backstage's own pages do. */
    private static final Map<String, String> SPELLINGS = Stream.of(
                    "apiVersion",
                    "consumesApis",
                    "dependencyOf",
                    "dependsOn",
                    "displayName",
                    "memberOf",
                    "providesApis",
                    "subcomponentOf",
                    "subdomainOf")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** PostgreSQL takes such a step of a path for a place in a list. */
    private static final Pattern INDEX = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private FieldPath() {}

    /** The node at the path asked with an expression on {@code node}; null where a step may stand for a place in a list. */
    static Sql ask(String field, String result) {
        String[] path = of(field);
        return Arrays.stream(path).anyMatch(part -> INDEX.matcher(part).matches())
                ? Sql.of("null")
                : Sql.of(
                        "(select " + result + " from (select e.document::json #> ?::text[]) at (node))", (Object) path);
    }

    /** Keys with dots stand in annotations and labels alone, behind the second dot. */
    static String[] of(String field) {
        String[] parts = Arrays.stream(field.split("\\.", -1))
                .map(part -> SPELLINGS.getOrDefault(part.toLowerCase(Locale.ROOT), part))
                .toArray(String[]::new);
        boolean keyed = parts.length > 3
                && parts[0].equals("metadata")
                && (parts[1].equals("annotations") || parts[1].equals("labels"));
        return keyed
                ? new String[] {
                    parts[0], parts[1], String.join(".", Arrays.asList(parts).subList(2, parts.length))
                }
                : parts;
    }
}
