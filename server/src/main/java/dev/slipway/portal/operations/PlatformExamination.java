package dev.slipway.portal.operations;

import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest platform definition is the one in force, nothing in its files is passed over, and every service has its team. */
@Component
class PlatformExamination implements Examination {

    private static final String SUBJECT = "Platform definition";

    private final Platforms platforms;
    private final ServiceNames services;
    private final GitContent git;

    PlatformExamination(Platforms platforms, ServiceNames services, GitContent git) {
        this.platforms = platforms;
        this.services = services;
        this.git = git;
    }

    @Override
    public List<Finding> examine() {
        PlatformState state = platforms.state();
        List<Finding> findings = new ArrayList<>();
        state.problems().forEach(problem -> findings.add(broken(problem)));
        platforms.find().ifPresent(definition -> {
            findings.addAll(withoutTeam(definition, services.services()));
            if (state.seen() != null && state.problems().isEmpty()) {
                findings.addAll(doubtful(definition, state.seen()));
            }
        });
        if (state.inForce() == null) {
            findings.add(Finding.problem(SUBJECT, "There is none yet.", "Look at the platform repository."));
        }
        return findings.isEmpty() && state.inForce() != null
                ? List.of(Finding.good(
                        SUBJECT,
                        "Commit " + state.inForce().brief()
                                + " is in force, nothing in its files is passed over, and each service has its team."))
                : findings;
    }

    private static Finding broken(Problem problem) {
        return Finding.problem(
                SUBJECT, problem.toString(), "Mend it in the platform repository; until then the last good one holds.");
    }

    private List<Finding> doubtful(PlatformDefinition definition, CommitId main) {
        return platforms.validate(git.snapshot(definition.repository(), main)).stream()
                .map(problem -> Finding.warning(SUBJECT, problem.toString(), "Mend it in the platform repository."))
                .toList();
    }

    static List<Finding> withoutTeam(PlatformDefinition definition, List<RegisteredService> services) {
        return services.stream()
                .filter(service -> definition.team(service.team()).isEmpty())
                .map(service -> Finding.problem(
                        "Service " + service.name(),
                        "Its team \"" + service.team() + "\" is not in the platform definition.",
                        "Bring the team back in teams/, or delete the service."))
                .toList();
    }
}
