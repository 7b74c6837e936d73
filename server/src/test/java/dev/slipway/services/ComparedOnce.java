package dev.slipway.services;

import dev.slipway.desiredstate.Parities;
import dev.slipway.desiredstate.ParityDay;
import dev.slipway.desiredstate.ParityReport;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.gitops.parity.Side;
import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.gitops.parity.report.SummaryBody;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Of two services something is known, one of which nobody made here: that it cannot be told. */
final class ComparedOnce implements Parities {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final CommitId COMMIT = new CommitId("c".repeat(40));
    private static final String SERVICE = "alike";

    @Override
    public Optional<ParityReport> report() {
        return Optional.of(new ParityReport(
                COMMIT,
                Instant.EPOCH,
                List.of(new Pair("dev", "staging"), new Pair("staging", "production")),
                List.of(row(SERVICE), row("foreign"))));
    }

    private ParityReport.Row row(String service) {
        return new ParityReport.Row(
                service,
                "red",
                of(new ServiceName(service)).stream()
                        .map(each -> SummaryBody.of(each, "red"))
                        .toList());
    }

    @Override
    public List<Comparison> of(ServiceName service) {
        return List.of(new Parity(ParityRules.STANDARD, DAY)
                .compare(
                        service.value(),
                        new Side.Unknown("staging", "It does not render."),
                        new Side.Unknown("production", "Nothing has been released there yet.")));
    }

    @Override
    public Comparison candidate(ServiceName service, EnvironmentName from, EnvironmentName to, Release release) {
        return of(service).getFirst();
    }

    @Override
    public List<ParityDay> trend(int days) {
        return List.of(new ParityDay(DAY, "staging", "production", 3, 1, 2, 1, COMMIT));
    }
}
