package dev.slipway.platform.definition;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PreviewRules;
import java.time.Duration;
import java.util.List;

/** Reads {@code spec.previews}, whose shape the schema has checked. */
final class PreviewsReader {

    /** With the longest team, service and number, what else a label of 63 characters has room for. */
    private static final int MOST_FIXED_CHARACTERS = 9;

    private static final List<String> NEEDED = List.of("{team}", "{service}", "-pr-{number}");

    private final String domain;
    private final List<Cluster> clusters;
    private final List<Problem> problems;

    PreviewsReader(String domain, List<Cluster> clusters, List<Problem> problems) {
        this.domain = domain;
        this.clusters = clusters;
        this.problems = problems;
    }

    PreviewRules read(YamlMap previews) {
        YamlValue namespace = previews.get("namespace").orElseThrow();
        YamlValue host = previews.get("host").orElseThrow();
        check("namespace", namespace);
        check("host", host);
        Duration timeToLive = EnvironmentsReader.duration(previews.text("ttl").orElse("7d"));
        if (timeToLive.isZero()) {
            problems.add(Problem.at(place(previews.get("ttl").orElseThrow()), "Previews would expire at once.")
                    .expecting("a ttl of more than nothing, for example 7d"));
        }
        return new PreviewRules(
                cluster(previews.get("cluster").orElseThrow()),
                text(namespace),
                text(host),
                domain,
                timeToLive,
                previews.text("limit").map(Integer::parseInt).orElse(20));
    }

    private ClusterName cluster(YamlValue value) {
        List<String> known =
                clusters.stream().map(cluster -> cluster.name().value()).toList();
        if (!known.contains(text(value))) {
            problems.add(new Problem(
                    place(value),
                    "There is no cluster \"" + text(value) + "\".",
                    "one of " + String.join(", ", known),
                    Suggestions.didYouMean(text(value), known).orElse(null)));
        }
        return new ClusterName(text(value));
    }

    /** What is missing would give two previews the same name, or one that a service may have. */
    private void check(String key, YamlValue value) {
        String pattern = text(value);
        NEEDED.stream()
                .filter(part -> !pattern.contains(part))
                .forEach(part -> problems.add(Problem.at(
                                place(value), "The previews' " + key + " \"" + pattern + "\" has no \"" + part + "\".")
                        .expecting("team, service and number: two previews must never get the same name")));
        String fixed = pattern.replaceFirst("\\..*", "").replaceAll("\\{[a-z]+}", "");
        if (fixed.length() > MOST_FIXED_CHARACTERS) {
            problems.add(Problem.at(
                            place(value),
                            "The previews' " + key + " \"" + pattern + "\" has " + fixed.length()
                                    + " fixed characters before the domain.")
                    .expecting("at most " + MOST_FIXED_CHARACTERS + ", or names would not fit into 63"));
        }
    }

    private static String text(YamlValue value) {
        return value.asText().orElseThrow();
    }

    private static String place(YamlValue value) {
        return value.place().toString();
    }
}
