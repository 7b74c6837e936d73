package dev.slipway.platform.definition;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.Verification;
import dev.slipway.platform.definition.DefinitionReader.Group;
import dev.slipway.platform.definition.DefinitionReader.Groups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the environments, which must stand in the order of promotion. */
final class EnvironmentsReader {

    private final String domain;
    private final List<Cluster> clusters;
    private final Groups groups;
    private final List<Problem> problems;
    private final List<Environment> environments = new ArrayList<>();

    EnvironmentsReader(String domain, List<Cluster> clusters, Groups groups, List<Problem> problems) {
        this.domain = domain;
        this.clusters = clusters;
        this.groups = groups;
        this.problems = problems;
    }

    List<Environment> read(YamlMap spec) {
        for (YamlValue item : spec.items("environments")) {
            environments.add(environment(item.asMap().orElseThrow()));
        }
        refuseSameHosts(spec);
        return environments;
    }

    private Environment environment(YamlMap map) {
        String name = map.text("name").orElseThrow();
        if (names().contains(name)) {
            problems.add(Problem.at(map.place().toString(), "The environment \"" + name + "\" is listed twice."));
        }
        boolean onBuild = map.text("deploys").isPresent();
        PromotionRule promotes =
                map.map("promotes").map(rule -> promotion(name, rule)).orElse(null);
        if (onBuild == (promotes != null)) {
            problems.add(Problem.at(
                            map.place().toString(),
                            "The environment \"" + name + "\" has " + (onBuild ? "both" : "neither")
                                    + " \"deploys\" and \"promotes\".")
                    .expecting("one of them: it is the one way in which Releases come here"));
        }
        return new Environment(
                new EnvironmentName(name),
                cluster(map.get("cluster").orElseThrow()),
                map.text("namespace").orElseThrow(),
                map.text("host").orElseThrow(),
                domain,
                onBuild,
                promotes,
                new Verification(map.map("verify")
                        .flatMap(verify -> verify.text("smoke"))
                        .orElse(null)));
    }

    private ClusterName cluster(YamlValue value) {
        String name = value.asText().orElseThrow();
        List<String> known =
                clusters.stream().map(cluster -> cluster.name().value()).toList();
        if (!known.contains(name)) {
            problems.add(unknown(value, "cluster", name, known));
        }
        return new ClusterName(name);
    }

    private PromotionRule promotion(String environment, YamlMap rule) {
        YamlValue from = rule.get("from").orElseThrow();
        EnvironmentName source = known(from, "It must stand above \"" + environment + "\" in the list.");
        List<GateDefinition> gates = new ArrayList<>();
        for (YamlValue item : rule.items("gates")) {
            gates.add(gate(item.asMap().orElseThrow()));
        }
        if (gates.stream().map(GateDefinition::key).distinct().count() != gates.size()) {
            problems.add(Problem.at(rule.place().toString(), "A gate of \"" + environment + "\" is listed twice."));
        }
        PromotionRule.Trigger trigger =
                PromotionRule.Trigger.valueOf(rule.text("trigger").orElseThrow().toUpperCase(Locale.ROOT));
        return new PromotionRule(source, trigger, gates);
    }

    private GateDefinition gate(YamlMap map) {
        YamlMap.Entry entry = map.entries().getFirst();
        return switch (entry.key().text()) {
            case "verified" -> new GateDefinition.Verified(known(entry.value(), null));
            case "health" ->
                new GateDefinition.Health(
                        duration(entry.value().asMap().orElseThrow().text("for").orElseThrow()));
            case "parity" -> new GateDefinition.Parity();
            case "approval" -> approval(entry.value().asMap().orElseThrow());
            default ->
                throw new IllegalStateException(
                        "The schema admits no gate " + entry.key().text());
        };
    }

    private GateDefinition approval(YamlMap approval) {
        List<String> from = new ArrayList<>();
        for (YamlValue item : approval.items("from")) {
            String group = item.asText().orElseThrow();
            from.add(group);
            if (!group.contains("{team}") && groups.find(group).isEmpty()) {
                problems.add(unknown(
                        item,
                        "group",
                        group,
                        groups.all().stream().map(Group::name).toList()));
            }
        }
        int count = approval.text("count").map(Integer::parseInt).orElse(1);
        return new GateDefinition.Approval(
                from, count, !approval.text("authors").orElse("excluded").equals("included"));
    }

    private EnvironmentName known(YamlValue value, @Nullable String next) {
        String name = value.asText().orElseThrow();
        if (!names().contains(name)) {
            Problem problem = unknown(value, "environment", name, names());
            problems.add(problem.next() == null && next != null ? problem.next(next) : problem);
        }
        return new EnvironmentName(name);
    }

    private List<String> names() {
        return environments.stream().map(each -> each.name().value()).toList();
    }

    private static Problem unknown(YamlValue at, String what, String name, List<String> known) {
        return new Problem(
                at.place().toString(),
                "There is no " + what + " \"" + name + "\"" + (what.equals("environment") ? " above." : "."),
                "one of " + String.join(", ", known),
                Suggestions.didYouMean(name, known).orElse(null));
    }

    private void refuseSameHosts(YamlMap spec) {
        for (int i = 0; i < environments.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (environments.get(i).hostPattern().equals(environments.get(j).hostPattern())) {
                    problems.add(Problem.at(
                            spec.items("environments").get(i).place().toString(),
                            "The environments \"" + environments.get(j).name() + "\" and \""
                                    + environments.get(i).name() + "\" have the same host."));
                }
            }
        }
    }

    static Duration duration(String text) {
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
