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
        List<Finding> findings =
                new ArrayList<>(unwell(states, desired.current().orElse(null)));
        findings.add(Finding.good(SUBJECT, states.size() + " are looked after by the " + engine.name() + " engine."));
        findings.add(isolation(engine.isolation()));
        return findings;
    }

    static List<Finding> unwell(List<ApplicationState> states, @Nullable Desired desired) {
        return states.stream()
                .filter(state -> state.health() == Health.DEGRADED
                        || (state.health() == Health.MISSING && !waits(desired, state.application())))
                .map(state -> Finding.warning(
                        "Application " + state.application(),
                        "It is " + state.health() + ": " + state.healthMessage(),
                        "Look at its page: /applications/" + state.application()))
                .toList();
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
