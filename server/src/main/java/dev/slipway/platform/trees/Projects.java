package dev.slipway.platform.trees;

import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.Team;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** projects/: for each team and environment an AppProject that admits exactly that cluster, that namespace and the team's repositories. */
final class Projects {

    private Projects() {}

    static Map<String, String> files(PlatformDefinition definition, List<RegisteredService> services) {
        Map<String, String> files = new TreeMap<>();
        for (Team team : definition.teams()) {
            List<RegisteredService> own = services.stream()
                    .filter(service -> service.team().equals(team.name()))
                    .sorted(java.util.Comparator.comparing(RegisteredService::name))
                    .toList();
            definition
                    .environments()
                    .forEach(environment -> files.put(
                            team.name() + "-" + environment.name() + ".yaml",
                            project(definition, team.name(), environment, own)));
        }
        return files;
    }

    private static String project(
            PlatformDefinition definition, TeamName team, Environment environment, List<RegisteredService> services) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata:
                  name: %1$s-%2$s
                  namespace: argocd
                spec:
                  description: What team %1$s runs in %2$s
                %3$s  destinations:
                    - name: %4$s
                      namespace: "%5$s"
                  clusterResourceWhitelist: []
                """.formatted(
                team,
                environment.name(),
                repositories(definition, services),
                definition.cluster(environment.cluster()).orElseThrow().hub() ? "in-cluster" : environment.cluster(),
                environment.namespacePattern().replace("{team}", team.value()).replace("{service}", "*"));
    }

    private static String repositories(PlatformDefinition definition, List<RegisteredService> services) {
        return services.isEmpty()
                ? "  sourceRepos: []\n"
                : services.stream()
                        .map(service -> "    - " + definition.git().urlOf(service.repository()) + "\n")
                        .collect(Collectors.joining("", "  sourceRepos:\n", ""));
    }
}
