package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.Recent.Known;
import dev.slipway.gitops.validation.FindingEntry;
import dev.slipway.gitops.validation.ValidationFinding;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.gitops.validation.rule.Severity;
import dev.slipway.kernel.CommitId;
import dev.slipway.ui.Badge;
import dev.slipway.ui.Tone;
import java.util.List;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of findings.
 *
 * @param newest whether it is of the newest commit; false while a newer one is being looked into
 * @param page from 1
 * @param entries with their places
 */
public record FindingList(
        CommitId commit,
        boolean newest,
        ValidationReport report,
        FindingFilter filter,
        int found,
        int page,
        List<String> environments,
        List<FindingEntry> entries) {

    private static final int PAGE = 50;

    static FindingList of(Known<ValidationReport> known, FindingFilter filter, int page) {
        ValidationReport report = known.value();
        List<ValidationFinding> all = filter.of(report.findings());
        int shown = Math.clamp(page, 1, Math.max(1, pages(all.size())));
        List<ValidationFinding> some =
                all.subList(Math.min(all.size(), (shown - 1) * PAGE), Math.min(all.size(), shown * PAGE));
        return new FindingList(
                known.desired().commit(),
                known.newest(),
                report,
                filter,
                all.size(),
                shown,
                known.definition().environments().stream()
                        .map(each -> each.name().value())
                        .toList(),
                report.placed(some).stream().map(FindingEntry::of).toList());
    }

    private static int pages(int found) {
        return (found + PAGE - 1) / PAGE;
    }

    public int pages() {
        return pages(found);
    }

    public int errors() {
        return report.of(Severity.ERROR).size();
    }

    public int warnings() {
        return report.of(Severity.WARNING).size();
    }

    public int unknown() {
        return report.of(Severity.UNKNOWN).size();
    }

    public boolean filtered() {
        return !filter.isEmpty();
    }

    public String environment() {
        return filter.environment();
    }

    public String service() {
        return filter.service();
    }

    public String severity() {
        return filter.severity();
    }

    public String rule() {
        return filter.rule();
    }

    public List<String> severities() {
        return FindingFilter.SEVERITIES;
    }

    /** The state of a finding. */
    public static Badge badge(String severity) {
        return switch (severity) {
            case "warning" -> new Badge("Warning", Tone.WAITING, "alert-triangle");
            case "unknown" -> new Badge("Cannot be told", Tone.UNKNOWN);
            case "ignored" -> new Badge("Ignored", Tone.QUIET);
            default -> Badge.of(severity);
        };
    }

    public static Badge badge(FindingEntry entry) {
        return badge(entry.ignored() == null ? entry.severity() : "ignored");
    }

    /** Where another page of the same findings is. */
    public String address(int other) {
        return Objects.requireNonNull(UriComponentsBuilder.fromPath("/platform/validation")
                .queryParam("environment", environment())
                .queryParam("service", service())
                .queryParam("severity", severity())
                .queryParam("rule", rule())
                .queryParam("page", other)
                .encode()
                .toUriString());
    }
}
