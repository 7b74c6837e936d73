package dev.slipway.portal.operations;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What should run does run, and how it is kept apart. */
@Component
class ApplicationsExamination implements Examination {

    private static final String SUBJECT = "Applications";

    private final DeliveryEngine engine;

    ApplicationsExamination(DeliveryEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<Finding> examine() {
        List<ApplicationState> states = engine.states();
        List<Finding> findings = new ArrayList<>();
        states.stream()
                .filter(state -> state.health() == Health.DEGRADED || state.health() == Health.MISSING)
                .map(state -> Finding.warning(
                        "Application " + state.application(),
                        "It is " + state.health() + ": " + state.healthMessage(),
                        "Look at its page: /applications/" + state.application()))
                .forEach(findings::add);
        findings.add(Finding.good(SUBJECT, states.size() + " are looked after by the " + engine.name() + " engine."));
        findings.add(isolation(engine.isolation()));
        return findings;
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
