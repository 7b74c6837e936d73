package dev.slipway.platform.trees;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.Team;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** projects/: for each team and environment, and for its previews, an AppProject that admits exactly that cluster, that namespace and the team's repositories. */
final class Projects {

    private Projects() {}

    static Map<String, String> files(PlatformDefinition definition, List<RegisteredService> services) {
        Map<String, String> files = new TreeMap<>(ofEnvironments(definition, services));
        definition
                .previewRules()
                .ifPresent(previews -> definition
                        .teams()
                        .forEach(team -> files.put(
                                team.name() + "-previews.yaml",
                                project(definition, team.name(), previews, own(team, services)))));
        return files;
    }

    static Map<String, String> ofEnvironments(PlatformDefinition definition, List<RegisteredService> services) {
        Map<String, String> files = new TreeMap<>();
        for (Team team : definition.teams()) {
            List<RegisteredService> own = own(team, services);
            definition
                    .environments()
                    .forEach(environment -> files.put(
                            team.name() + "-" + environment.name() + ".yaml",
                            project(definition, team.name(), environment, own)));
        }
        return files;
    }

    private static List<RegisteredService> own(Team team, List<RegisteredService> services) {
        return services.stream()
                .filter(service -> service.team().equals(team.name()))
                .sorted(java.util.Comparator.comparing(RegisteredService::name))
                .toList();
    }

    private static String project(
            PlatformDefinition definition, TeamName team, Environment environment, List<RegisteredService> services) {
        return project(
                definition,
                team + "-" + environment.name(),
                "What team " + team + " runs in " + environment.name(),
                environment.cluster(),
                environment.namespacePattern().replace("{team}", team.value()).replace("{service}", "*"),
                services);
    }

    private static String project(
            PlatformDefinition definition, TeamName team, PreviewRules previews, List<RegisteredService> services) {
        return project(
                definition,
                team + "-previews",
                "Previews of team " + team + "'s pull requests",
                previews.cluster(),
                previews.namespacesOf(team),
                services);
    }

    private static String project(
            PlatformDefinition definition,
            String name,
            String description,
            ClusterName cluster,
            String namespace,
            List<RegisteredService> services) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata:
                  name: %s
                  namespace: argocd
                spec:
                  description: %s
                %s  destinations:
                    - name: %s
                      namespace: "%s"
                  clusterResourceWhitelist: []
                """.formatted(
                        name,
                        description,
                        repositories(definition, services),
                        definition.cluster(cluster).orElseThrow().hub() ? "in-cluster" : cluster,
                        namespace);
    }

    private static String repositories(PlatformDefinition definition, List<RegisteredService> services) {
        return services.isEmpty()
                ? "  sourceRepos: []\n"
                : services.stream()
                        .map(service -> "    - " + definition.git().urlOf(service.repository()) + "\n")
                        .collect(Collectors.joining("", "  sourceRepos:\n", ""));
    }
}
