package dev.slipway.portal.parity;

import dev.slipway.desiredstate.Parities;
import dev.slipway.desiredstate.ParityReport;
import dev.slipway.gitops.parity.report.ComparisonBody;
import dev.slipway.gitops.parity.report.SummaryBody;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.ServicesException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parity over REST. */
@RestController
@RequestMapping("/api/v1/parity")
class ParityResource {

    private static final int MOST = 1000;
    private static final int TREND_DAYS = 90;

    private final Parities parities;
    private final ComparedServices services;
    private final Drifts drifts;

    ParityResource(Parities parities, ComparedServices services, Drifts drifts) {
        this.parities = parities;
        this.services = services;
        this.drifts = drifts;
    }

    @GetMapping
    @Access(Permission.VIEW)
    ParityBody.All all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        ParityReport report = parities.report()
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.UNAVAILABLE,
                        Problem.of("Nothing has been compared yet: the desired state has not been read.")
                                .next("Ask again in a moment.")));
        ParityQuestion question = new ParityQuestion(q, team, verdict);
        List<SummaryBody> found = question.of(report).stream()
                .flatMap(each -> each.comparisons().stream())
                .filter(each -> question.verdict().isEmpty() || each.verdict().equals(question.verdict()))
                .toList();
        return new ParityBody.All(
                report.commit().value(),
                report.at(),
                found.size(),
                Math.max(0, offset),
                found.stream()
                        .skip(Math.max(0, offset))
                        .limit(Math.clamp(limit, 1, MOST))
                        .toList(),
                parities.trend(TREND_DAYS));
    }

    @GetMapping("/{service}")
    @Access(Permission.VIEW)
    ParityBody.One one(@PathVariable String service) {
        ServiceName name = services.get(service);
        return new ParityBody.One(
                name.value(),
                parities.of(name).stream().map(ComparisonBody::of).toList(),
                drifts.of(name).stream().map(ParityBody.DriftBody::of).toList());
    }
}
