package dev.slipway.platform.upkeep;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.Team;
import dev.slipway.platform.store.ServiceRegister;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a new definition would take away from under services that are there: their team, or what admits their Applications to
 * where they are. Such a definition is never carried out: most often it is a slip of the pen, and its consequence is an outage.
 */
@Component
class Losses {

    private static final int NAMED = 5;

    private final ServiceRegister register;

    Losses(ServiceRegister register) {
        this.register = register;
    }

    /** @param tree with the Applications that would meet the new definition */
    List<Problem> between(PlatformDefinition before, PlatformDefinition after, FileTree tree) {
        List<RegisteredService> services = register.all();
        Map<TeamName, List<RegisteredService>> homeless = homeless(before, after, services);
        return Stream.concat(
                        homeless.entrySet().stream().map(team -> problem(team.getKey(), team.getValue())),
                        new ProjectChanges(before, after, services).strandedIn(tree, homeless.keySet()).stream())
                .toList();
    }

    private static Map<TeamName, List<RegisteredService>> homeless(
            PlatformDefinition before, PlatformDefinition after, List<RegisteredService> services) {
        Set<TeamName> gone = before.teams().stream()
                .map(Team::name)
                .filter(team -> after.team(team).isEmpty())
                .collect(Collectors.toSet());
        return services.stream()
                .filter(service -> gone.contains(service.team()))
                .collect(Collectors.groupingBy(
                        RegisteredService::team,
                        () -> new TreeMap<>(Comparator.comparing(TeamName::value)),
                        Collectors.toList()));
    }

    private static Problem problem(TeamName team, List<RegisteredService> services) {
        return Problem.at(
                        "teams/" + team + ".yaml",
                        "The team \"" + team + "\" would be gone, and "
                                + (services.size() == 1 ? "a service is" : services.size() + " services are")
                                + " still its own: "
                                + some(services.stream()
                                        .map(service -> service.name().value())
                                        .toList())
                                + ".")
                .expecting("a Group \"" + team + "\" of the type team in teams/")
                .next("Keep the team, or delete its services first.");
    }

    /** The first few, and how many more there are. */
    static String some(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
