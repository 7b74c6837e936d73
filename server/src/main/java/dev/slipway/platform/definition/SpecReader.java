package dev.slipway.platform.definition;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.gitops.parity.fleet.ParityDefinition;
import dev.slipway.identity.Membership;
import dev.slipway.identity.Role;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.GitLocations.MirrorRule;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.TemplateRules;
import dev.slipway.platform.definition.DefinitionReader.Group;
import dev.slipway.platform.definition.DefinitionReader.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the spec of a platform.yaml whose shape the schema has checked, and checks what a schema cannot. */
final class SpecReader {

    private final RepositoryRef repository;
    private final Groups groups;
    private final List<Problem> problems;

    SpecReader(RepositoryRef repository, Groups groups, List<Problem> problems) {
        this.repository = repository;
        this.groups = groups;
        this.problems = problems;
    }

    PlatformDefinition read(YamlMap document) {
        YamlMap spec = document.map("spec").orElseThrow();
        String name = document.map("metadata")
                .flatMap(metadata -> metadata.text("name"))
                .orElseThrow();
        String domain = spec.text("domain").orElseThrow();
        List<Cluster> clusters = clusters(spec);
        List<Environment> environments = new EnvironmentsReader(domain, clusters, groups, problems).read(spec);
        return new PlatformDefinition(
                name,
                repository,
                domain,
                git(spec.map("git").orElseThrow()),
                spec.text("registry").orElseThrow(),
                clusters,
                environments,
                groups.teams(),
                memberships(spec),
                changesByPullRequest(spec, environments),
                spec.map("scaffold")
                        .flatMap(scaffold -> scaffold.text("merge"))
                        .orElse("automatic")
                        .equals("review"),
                spec.map("previews")
                        .map(previews -> new PreviewsReader(domain, clusters, problems).read(previews))
                        .orElse(null),
                spec.map("templates")
                        .map(templates -> new TemplatesReader(problems).read(templates))
                        .orElse(TemplateRules.NONE),
                parity(spec, environments));
    }

    private ParityRules parity(YamlMap spec, List<Environment> environments) {
        Optional<ParityDefinition.Reading> read = spec.get("parity")
                .map(parity -> ParityDefinition.read(
                        parity,
                        environments.stream().map(each -> each.name().value()).toList()));
        read.stream()
                .flatMap(reading -> reading.findings().stream())
                .map(each -> new Problem(each.where(), each.what(), blank(each.expected()), blank(each.next())))
                .forEach(problems::add);
        return read.map(ParityDefinition.Reading::rules).orElse(ParityRules.STANDARD);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    private GitLocations git(YamlMap git) {
        List<String> aliases = git.items("aliases").stream()
                .flatMap(alias -> alias.asText().stream())
                .toList();
        List<MirrorRule> mirrors = git.items("mirrors").stream()
                .flatMap(mirror -> mirror.asMap().stream())
                .map(mirror -> new MirrorRule(
                        mirror.text("url").orElseThrow(), mirror.text("secret").orElse(null)))
                .toList();
        return new GitLocations(git.text("url").orElseThrow(), aliases, repository.organisation(), mirrors);
    }

    private List<Cluster> clusters(YamlMap spec) {
        List<Cluster> clusters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlValue item : spec.items("clusters")) {
            YamlMap cluster = item.asMap().orElseThrow();
            String name = cluster.text("name").orElseThrow();
            boolean hub = cluster.text("role").orElse("spoke").equals("hub");
            if (!seen.add(name)) {
                problems.add(Problem.at(item.place().toString(), "The cluster \"" + name + "\" is listed twice."));
            }
            if (!hub && cluster.text("network").isEmpty()) {
                problems.add(Problem.at(item.place().toString(), "The cluster \"" + name + "\" has no network.")
                        .expecting(
                                "the host under which the hub reaches its gateway, for example " + name + ".internal"));
            }
            clusters.add(new Cluster(
                    new ClusterName(name),
                    hub,
                    cluster.text("network").orElse(null),
                    cluster.text("gateway").orElseThrow(),
                    cluster.text("server").orElse(null),
                    labels(cluster)));
        }
        if (clusters.stream().filter(Cluster::hub).count() != 1) {
            problems.add(Problem.at(
                            spec.get("clusters").orElseThrow().place().toString(),
                            clusters.stream().filter(Cluster::hub).count() + " clusters have the role hub.")
                    .expecting("exactly one, where requests enter"));
        }
        return clusters;
    }

    private static Map<String, String> labels(YamlMap cluster) {
        Map<String, String> labels = new TreeMap<>();
        cluster.map("labels")
                .ifPresent(map -> map.entries()
                        .forEach(each -> labels.put(
                                each.key().text(), each.value().asText().orElse(""))));
        return labels;
    }

    private List<Membership> memberships(YamlMap spec) {
        List<Membership> memberships = new ArrayList<>();
        groups.teams().forEach(team -> {
            memberships.add(new Membership(team.name().value(), team.members(), Role.DEVELOPER, team.name()));
            memberships.add(new Membership(team.name() + "-leads", team.leads(), Role.TEAM_LEAD, team.name()));
        });
        Set<String> named = memberships.stream().map(Membership::group).collect(Collectors.toSet());
        groups.all().stream()
                .filter(group -> !named.contains(group.name()))
                .forEach(group ->
                        memberships.add(new Membership(group.name(), Set.copyOf(group.members()), null, null)));
        spec.items("roles").forEach(item -> grant(item.asMap().orElseThrow(), memberships));
        return memberships;
    }

    private void grant(YamlMap entry, List<Membership> memberships) {
        String group = entry.text("group").orElseThrow();
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.key().equals(entry.text("role").orElseThrow()))
                .findFirst()
                .orElseThrow();
        groups.find(group)
                .ifPresentOrElse(
                        found -> memberships.add(new Membership(group, Set.copyOf(found.members()), role, null)),
                        () -> problems.add(new Problem(
                                entry.get("group").orElseThrow().place().toString(),
                                "There is no group \"" + group + "\" in teams/.",
                                null,
                                Suggestions.didYouMean(
                                                group,
                                                groups.all().stream()
                                                        .map(Group::name)
                                                        .toList())
                                        .orElse("Add it to a file in teams/."))));
    }

    private Set<EnvironmentName> changesByPullRequest(YamlMap spec, List<Environment> environments) {
        Set<EnvironmentName> names = new HashSet<>();
        spec.map("changes")
                .ifPresent(changes -> changes.entries().forEach(entry -> {
                    String name = entry.key().text();
                    if (environments.stream()
                            .noneMatch(each -> each.name().value().equals(name))) {
                        problems.add(Problem.at(
                                entry.key().place().toString(), "There is no environment \"" + name + "\"."));
                    } else if (entry.value().asText().orElse("").equals("pull-request")) {
                        names.add(new EnvironmentName(name));
                    }
                }));
        return names;
    }
}
