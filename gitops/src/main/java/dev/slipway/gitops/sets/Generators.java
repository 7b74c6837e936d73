package dev.slipway.gitops.sets;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.manifest.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs generators: from what a set says to its parameters.
 *
 * @param unmatched takes the patterns of Git generators that give nothing
 */
record Generators(
        List<KnownCluster> clusters,
        PullRequests pullRequests,
        NotedSources sources,
        Templating templating,
        Set<String> unmatched) {

    static final int MOST = 5_000;

    private static final Set<String> UNREAD = Set.of("scmProvider", "clusterDecisionResource", "plugin");

    /**
     * @param generator one of those that a set lists
     * @param before the parameters that the generators before it in a matrix gave
     * @throws GeneratorException if it gives none, or too many
     */
    List<Map<String, @Nullable Object>> parameters(Fields generator, Map<String, @Nullable Object> before) {
        Fields filled = before.isEmpty() ? generator : Fields.of(templating.fillAll(generator.content(), before));
        LabelSelector selector = new LabelSelector(filled.map("selector"));
        List<Map<String, @Nullable Object>> sets = new ArrayList<>();
        for (Map<String, @Nullable Object> each : made(filled)) {
            Map<String, @Nullable Object> valued = withValues(filled, each);
            if (selector.isEmpty() || selector.matches(Parameters.flat(valued))) {
                sets.add(valued);
            }
        }
        return limited(sets);
    }

    /** Those of one of the generators that a matrix or merge has. */
    List<Map<String, @Nullable Object>> nested(
            String kind, List<Fields> children, int number, Map<String, @Nullable Object> before) {
        try {
            return parameters(children.get(number), before);
        } catch (GeneratorException e) {
            throw e.below("/" + kind + "/generators/" + number);
        }
    }

    private static <T> List<T> limited(List<T> sets) {
        if (sets.size() > MOST) {
            throw new GeneratorException(
                    "A generator gives more than " + MOST + " sets of parameters.",
                    "at most " + MOST,
                    "Narrow it down.");
        }
        return sets;
    }

    private List<Map<String, @Nullable Object>> made(Fields generator) {
        for (Map.Entry<String, @Nullable Object> each : generator.content().entrySet()) {
            Fields inside = Fields.of(each.getValue());
            List<Map<String, @Nullable Object>> sets = made(each.getKey(), inside);
            if (sets != null) {
                return sets;
            }
        }
        throw new GeneratorException(
                "A generator is empty.", "list, git, matrix, merge, clusters or pullRequest", "Fill it.");
    }

    /** Null for what stands beside a generator. */
    private @Nullable List<Map<String, @Nullable Object>> made(String kind, Fields inside) {
        return switch (kind) {
            case "list" -> listed(inside);
            case "git" -> found(new GitGenerator(inside, sources, templating));
            case "clusters" -> new ClusterGenerator(inside, clusters, templating.nested()).parameters();
            case "pullRequest" -> new PullRequestGenerator(inside, pullRequests, templating.nested()).parameters();
            case "matrix" -> matrix(inside);
            case "merge" -> new MergedParameters(inside, this).sets();
            case "selector", "template" -> null;
            default -> throw refusal(kind);
        };
    }

    private List<Map<String, @Nullable Object>> found(GitGenerator generator) {
        List<Map<String, @Nullable Object>> sets = generator.parameters();
        if (sets.isEmpty()) {
            unmatched.addAll(generator.patterns());
        }
        return sets;
    }

    private static GeneratorException refusal(String kind) {
        if (!UNREAD.contains(kind)) {
            return new GeneratorException(
                    "\"" + kind + "\" is no generator.",
                    "list, git, matrix, merge, clusters or pullRequest",
                    "Correct it.");
        }
        return new GeneratorException(
                "The generator " + kind + " is not read: it asks "
                        + switch (kind) {
                            case "scmProvider" -> "a Git host for all of its repositories";
                            case "plugin" -> "a service of others";
                            default -> "a cluster for objects";
                        }
                        + ", and what it answers stands in no file.",
                "list, git, matrix, merge, clusters or pullRequest",
                "List what it gives in a file that the Git generator reads.");
    }

    private List<Map<String, @Nullable Object>> listed(Fields list) {
        List<Fields> elements = new ArrayList<>(list.maps("elements"));
        String yaml = list.text("elementsYaml");
        if (yaml != null) {
            elements.addAll(elements(yaml));
        }
        return elements.stream().map(this::element).toList();
    }

    private static List<Fields> elements(String yaml) {
        try {
            return YamlReader.core()
                    .document("elementsYaml", yaml)
                    .flatMap(each -> each.asList())
                    .map(list -> list.items().stream()
                            .map(each -> Fields.of(each.plain()))
                            .toList())
                    .orElse(List.of());
        } catch (YamlException e) {
            throw new GeneratorException("elementsYaml cannot be read: " + e.reason(), "a list of maps", "Correct it.");
        }
    }

    private Map<String, @Nullable Object> element(Fields element) {
        if (templating.nested()) {
            return element.content();
        }
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        element.content().forEach((key, value) -> {
            if (key.equals("values") && value instanceof Map<?, ?>) {
                element.pairs("values").forEach((name, each) -> parameters.put("values." + name, each));
            } else if (value instanceof String) {
                parameters.put(key, value);
            } else {
                throw new GeneratorException(
                        "The element's \"" + key + "\" is \"" + value
                                + "\", and without goTemplate only texts are parameters.",
                        "a text",
                        "Put it into quotes, or set goTemplate: true.");
            }
        });
        return parameters;
    }

    private List<Map<String, @Nullable Object>> matrix(Fields matrix) {
        List<Fields> children = matrix.maps("generators");
        if (children.size() < 2) {
            throw new GeneratorException("A matrix has one generator.", "two generators", "Add one, or take it alone.");
        }
        List<Map<String, @Nullable Object>> product = nested("matrix", children, 0, Map.of());
        for (int i = 1; i < children.size(); i++) {
            List<Map<String, @Nullable Object>> longer = new ArrayList<>();
            for (Map<String, @Nullable Object> before : product) {
                nested("matrix", children, i, before).forEach(each -> longer.add(together(before, each)));
                limited(longer);
            }
            product = longer;
        }
        return product;
    }

    private Map<String, @Nullable Object> together(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> each) {
        return templating.nested() ? Parameters.merged(before, each) : Parameters.combined(before, each);
    }

    /** Values may name the parameters that stand beside them. */
    private Map<String, @Nullable Object> withValues(Fields generator, Map<String, @Nullable Object> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        List.of("git", "clusters", "pullRequest")
                .forEach(each -> values.putAll(generator.map(each).pairs("values")));
        if (values.isEmpty()) {
            return parameters;
        }
        Map<String, @Nullable Object> valued = new LinkedHashMap<>(parameters);
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        values.forEach((key, value) -> filled.put(key, templating.fillAll(value, parameters)));
        if (templating.nested()) {
            valued.put("values", filled);
        } else {
            filled.forEach((key, value) -> valued.put("values." + key, value));
        }
        return valued;
    }
}
