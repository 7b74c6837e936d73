package dev.slipway.cli.validation;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.validation.FindingEntry;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.gitops.validation.rule.Severity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What validating came to, for machines.
 *
 * @param unreadable what does not render, and so was not looked at
 * @param unchecked what of the rules was not evaluated, in words
 */
public record ValidationAnswer(
        int applications,
        int objects,
        int errors,
        int warnings,
        int unknown,
        int ignored,
        List<FindingEntry> findings,
        List<Finding> unreadable,
        List<String> unchecked) {

    /** @param seen a place as the reader shall see it */
    static ValidationAnswer of(ValidationReport report, UnaryOperator<String> seen) {
        return new ValidationAnswer(
                report.applications(),
                report.objects(),
                report.of(Severity.ERROR).size(),
                report.of(Severity.WARNING).size(),
                report.of(Severity.UNKNOWN).size(),
                report.ignored().size(),
                report.placed(report.findings()).stream()
                        .map(FindingEntry::of)
                        .map(each -> each.at(seen.apply(each.where())))
                        .toList(),
                report.unreadable().stream()
                        .map(each -> new Finding(seen.apply(each.where()), each.what(), each.expected(), each.next()))
                        .toList(),
                report.unchecked());
    }

    /** Nothing is wrong for certain. */
    public boolean passes() {
        return errors == 0 && unreadable.isEmpty();
    }
}
