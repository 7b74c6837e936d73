package dev.slipway.desiredstate;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that should run as of one commit of the platform repository.
 *
 * @param applications reachable from bootstrap/root.yaml, in order of name
 * @param projects the AppProjects, by name unique
 * @param problems what could not be read, with file and line
 */
public record Desired(
        CommitId commit, List<DesiredApplication> applications, List<DesiredProject> projects, List<Problem> problems) {

    public Desired {
        applications = List.copyOf(applications);
        projects = List.copyOf(projects);
        problems = List.copyOf(problems);
    }

    public Optional<DesiredApplication> application(String name) {
        return applications.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The one that runs a Release, if there are several. */
    public Optional<DesiredApplication> application(ServiceName service, EnvironmentName environment) {
        return applications.stream()
                .filter(each -> service.equals(each.service()) && environment.equals(each.environment()))
                .min(Comparator.comparing(each -> each.release() == null));
    }

    /** The applications of one service, in order of name. */
    public List<DesiredApplication> of(ServiceName service) {
        return applications.stream()
                .filter(each -> service.equals(each.service()))
                .toList();
    }
}
