package dev.slipway.portal.operations;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What should run does run, and how it is kept apart. */
@Component
class ApplicationsExamination implements Examination {

    private static final String SUBJECT = "Applications";

    private final DeliveryEngine engine;
    private final DesiredState desired;

    ApplicationsExamination(DeliveryEngine engine, DesiredState desired) {
        this.engine = engine;
        this.desired = desired;
    }

    @Override
    public List<Finding> examine() {
        List<ApplicationState> states = engine.states();
        Desired wanted = desired.current().orElse(null);
        List<Finding> findings = new ArrayList<>(broken(wanted));
        findings.addAll(unseen(states, wanted));
        findings.addAll(unwell(states, wanted));
        if (findings.isEmpty()) {
            findings.add(Finding.good(
                    SUBJECT,
                    states.size() + " are looked after by the " + engine.name()
                            + " engine; none is broken or unwell."));
        }
        findings.add(isolation(engine.isolation()));
        return findings;
    }

    /** What cannot even be applied, which says nothing of how that runs which was applied before. */
    static List<Finding> broken(@Nullable Desired desired) {
        if (desired == null) {
            return List.of(Finding.problem(
                    SUBJECT, "What should run has not been read yet.", "Look at the platform repository."));
        }
        Stream<Finding> unread = desired.problems().stream()
                .map(problem -> Finding.problem(SUBJECT, problem.toString(), "Mend it in the platform repository."));
        Stream<Finding> broken = desired.applications().stream()
                .filter(application -> !application.problems().isEmpty())
                .map(application -> Finding.problem(
                        "Application " + application.name(),
                        "It is broken: " + application.problems().getFirst(),
                        "Look at its page: /applications/" + application.name()));
        return Stream.concat(unread, broken).toList();
    }

    /** Right after a start nothing has been looked at; that is no good news. */
    static List<Finding> unseen(List<ApplicationState> states, @Nullable Desired desired) {
        int wanted = desired == null ? 0 : desired.applications().size();
        return wanted > 0 && states.isEmpty()
                ? List.of(Finding.warning(
                        SUBJECT,
                        "None of " + wanted + " has been looked at yet.",
                        "Ask again in a moment; if it stays so, the cluster does not report."))
                : List.of();
    }

    static List<Finding> unwell(List<ApplicationState> states, @Nullable Desired desired) {
        return states.stream()
                .filter(state -> state.health() == Health.DEGRADED
                        || (state.health() == Health.UNKNOWN && !isBroken(desired, state.application()))
                        || (state.health() == Health.MISSING && !waits(desired, state.application())))
                .map(state -> Finding.warning(
                        "Application " + state.application(),
                        "It is " + state.health() + ": " + state.healthMessage(),
                        "Look at its page: /applications/" + state.application()))
                .toList();
    }

    private static boolean isBroken(@Nullable Desired desired, String application) {
        return desired != null
                && desired.application(application)
                        .filter(each -> !each.problems().isEmpty())
                        .isPresent();
    }

    /** Before its first Release an Application is declared, and nothing is to run. */
    private static boolean waits(@Nullable Desired desired, String application) {
        return desired != null
                && desired.application(application)
                        .filter(each -> each.release() == null && !each.automated())
                        .isPresent();
    }

    private static Finding isolation(String level) {
        return level.equals("none")
                ? Finding.warning(
                        "Isolation",
                        "Workloads run as this account, not kept apart from one another.",
                        "Run code that you trust only, or allow user namespaces (kernel.unprivileged_userns_clone).")
                : Finding.good("Isolation", "Workloads are kept apart by " + level + ".");
    }
}
