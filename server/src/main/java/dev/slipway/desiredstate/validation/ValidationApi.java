package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.Recent;
import dev.slipway.gitops.validation.FindingEntry;
import dev.slipway.gitops.validation.ValidationFinding;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.gitops.validation.rule.Severity;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with the current desired state, over REST. */
@RestController
@RequestMapping("/api/v1/validation")
class ValidationApi {

    private static final int MOST = 1000;

    private final CurrentValidation current;

    ValidationApi(CurrentValidation current) {
        this.current = current;
    }

    /**
     * @param commit of the platform repository
     * @param newest whether that is the newest one; false while a newer one is being looked into
     * @param found how many there are like that
     * @param unchecked what of the rules was not evaluated
     */
    record Findings(
            String commit,
            boolean newest,
            int applications,
            int objects,
            int errors,
            int warnings,
            int unknown,
            int ignored,
            int found,
            List<FindingEntry> findings,
            List<String> unchecked) {}

    @GetMapping
    @Access(Permission.VIEW)
    Findings findings(
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new ProblemException(
                    ProblemCode.INVALID,
                    Problem.at("limit, offset", "\"" + limit + "\" from \"" + offset + "\" is no part of a list.")
                            .expecting("a limit of 1 to " + MOST + ", an offset of at least 0"));
        }
        Recent.Known<ValidationReport> known = current.recent(Recent.PATIENCE).orUnavailable();
        ValidationReport report = known.value();
        List<ValidationFinding> all =
                FindingFilter.of(environment, service, severity, rule).of(report.findings());
        List<ValidationFinding> some = all.stream().skip(offset).limit(limit).toList();
        return new Findings(
                known.desired().commit().value(),
                known.newest(),
                report.applications(),
                report.objects(),
                report.of(Severity.ERROR).size(),
                report.of(Severity.WARNING).size(),
                report.of(Severity.UNKNOWN).size(),
                report.ignored().size(),
                all.size(),
                report.placed(some).stream().map(FindingEntry::of).toList(),
                report.unchecked());
    }
}
