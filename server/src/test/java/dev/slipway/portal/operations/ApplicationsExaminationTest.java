package dev.slipway.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.operations.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationsExaminationTest {

    private static final Desired DESIRED = new Desired(
            new CommitId("0".repeat(40)),
            List.of(declared("billing-production", false), declared("billing-dev", true)),
            List.of(),
            List.of());

    @Test
    void warnsOfWhatIsMissingButNotBeforeItsFirstRelease() {
        List<Finding> findings = ApplicationsExamination.unwell(
                List.of(
                        state("billing-production", Health.MISSING),
                        state("billing-dev", Health.MISSING),
                        state("forgotten", Health.MISSING)),
                DESIRED);

        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("Application billing-dev", "Application forgotten");
    }

    @Test
    void doesNotCallWellWhatNobodyHasLookedAtYet() {
        assertThat(ApplicationsExamination.unseen(List.of(), DESIRED))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(Finding.Severity.WARNING, "None of 2 has been looked at yet."));
        assertThat(ApplicationsExamination.unseen(List.of(state("billing-dev", Health.HEALTHY)), DESIRED))
                .isEmpty();
    }

    @Test
    void warnsOfWhatIsDegradedWhateverWasReleased() {
        assertThat(ApplicationsExamination.unwell(List.of(state("billing-production", Health.DEGRADED)), DESIRED))
                .hasSize(1);
    }

    @Test
    void saysWhatIsBrokenHoweverWellItRuns() {
        Desired broken = new Desired(
                new CommitId("0".repeat(40)),
                List.of(declared(
                        "billing-dev", true, Problem.at("applications/billing/dev.yaml", "Its project is not there."))),
                List.of(),
                List.of(Problem.at("applications/x.yaml", "Not YAML.")));

        assertThat(ApplicationsExamination.broken(broken))
                .extracting(Finding::severity, Finding::subject, Finding::message)
                .containsExactly(
                        tuple(Finding.Severity.PROBLEM, "Applications", "applications/x.yaml: Not YAML."),
                        tuple(
                                Finding.Severity.PROBLEM,
                                "Application billing-dev",
                                "It is broken: applications/billing/dev.yaml: Its project is not there."));
        assertThat(ApplicationsExamination.broken(DESIRED)).isEmpty();
        assertThat(ApplicationsExamination.broken(null)).hasSize(1);
    }

    @Test
    void warnsOfWhatIsNotKnown() {
        assertThat(ApplicationsExamination.unwell(List.of(state("billing-dev", Health.UNKNOWN)), DESIRED))
                .hasSize(1);
    }

    private static DesiredApplication declared(String name, boolean automated, Problem... problems) {
        return new DesiredApplication(
                name,
                "applications/" + name + ".yaml",
                "red",
                new ServiceName("billing"),
                null,
                null,
                null,
                "red",
                null,
                null,
                "",
                null,
                automated,
                true,
                true,
                false,
                List.of(),
                "",
                List.of(problems));
    }

    private static ApplicationState state(String name, Health health) {
        return new ApplicationState(
                name,
                SyncStatus.OUT_OF_SYNC,
                null,
                null,
                health,
                "Service billing: not applied yet",
                null,
                OperationPhase.NONE,
                "",
                null,
                List.of(),
                List.of(),
                Instant.EPOCH);
    }
}
