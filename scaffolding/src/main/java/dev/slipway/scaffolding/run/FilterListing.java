package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionExample;
import dev.slipway.scaffolding.action.TemplateFilters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter as people read about it: Backstage's four, and an installation's own. nunjucks' are in its documentation.
 *
 * @param schema JSON Schemas of {@code input}, {@code arguments} (a list) and {@code output}; empty for one that does not say
 */
public record FilterListing(String name, String description, Map<String, Object> schema, List<ActionExample> examples) {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> REPOSITORY =
            object("host", "owner", "repo", "organization", "workspace", "project");
    private static final Map<String, Object> ENTITY = object("kind", "namespace", "name");

    private static final List<FilterListing> BACKSTAGE = List.of(
            new FilterListing(
                    "parseRepoUrl",
                    "The parts of a repository's URL",
                    Map.of("input", TEXT, "output", REPOSITORY),
                    List.of(example("A repository on GitHub", "parameters.repoUrl | parseRepoUrl"))),
            new FilterListing(
                    "parseEntityRef",
                    "The parts of an entity reference, with defaults for those that are missing",
                    Map.of(
                            "input",
                            TEXT,
                            "arguments",
                            List.of(object("defaultKind", "defaultNamespace")),
                            "output",
                            ENTITY),
                    List.of(
                            example("A whole reference", "parameters.owner | parseEntityRef"),
                            example(
                                    "A name alone",
                                    "parameters.owner | parseEntityRef({ defaultKind: 'group', defaultNamespace: 'default' })"))),
            new FilterListing(
                    "pick",
                    "What stands at a path of a value, as lodash's get finds it",
                    Map.of("input", Map.of(), "arguments", List.of(TEXT, Map.of()), "output", Map.of()),
                    List.of(example("The repository's name", "parameters.repoUrl | parseRepoUrl | pick('repo')"))),
            new FilterListing(
                    "projectSlug",
                    "Owner and name of a repository, with a slash between them",
                    Map.of("input", TEXT, "output", TEXT),
                    List.of(example("A repository on GitHub", "parameters.repoUrl | projectSlug"))));

    public FilterListing {
        schema = Map.copyOf(schema);
        examples = List.copyOf(examples);
    }

    /** In order of their names; one's own replaces Backstage's of the same name. */
    public static List<FilterListing> all(TemplateFilters own) {
        List<FilterListing> all = new ArrayList<>(BACKSTAGE);
        own.all().forEach(filter -> {
            all.removeIf(known -> known.name().equals(filter.name()));
            all.add(new FilterListing(filter.name(), filter.description(), Map.of(), List.of()));
        });
        all.sort(Comparator.comparing(FilterListing::name));
        return List.copyOf(all);
    }

    private static Map<String, Object> object(String... properties) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (String property : properties) {
            schemas.put(property, TEXT);
        }
        return Map.of("type", "object", "properties", schemas);
    }

    private static ActionExample example(String description, String expression) {
        return new ActionExample(
                description,
                YamlWriter.text(
                        Map.of("action", "debug:log", "input", Map.of("message", "${{ " + expression + " }}"))));
    }
}
