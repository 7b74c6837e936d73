package dev.slipway.desiredstate.validation;

import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.validation.ValidationFinding;
import java.util.List;
import java.util.Locale;

/**
 * Which findings somebody wants to see; the empty text wants all.
 *
 * @param severity error, warning, unknown or ignored
 * @param rule the id of one, or how its id begins
 */
record FindingFilter(String environment, String service, String severity, String rule) {

    static final List<String> SEVERITIES = List.of("error", "warning", "unknown", "ignored");

    /** Without blanks around what somebody typed. */
    static FindingFilter of(String environment, String service, String severity, String rule) {
        return new FindingFilter(
                environment.strip(), service.strip(), severity.strip().toLowerCase(Locale.ROOT), rule.strip());
    }

    boolean isEmpty() {
        return environment.isEmpty() && service.isEmpty() && severity.isEmpty() && rule.isEmpty();
    }

    List<ValidationFinding> of(List<ValidationFinding> findings) {
        return findings.stream().filter(this::takes).toList();
    }

    private boolean takes(ValidationFinding finding) {
        Placement placement = finding.placement();
        return (environment.isEmpty() || environment.equals(placement.environment()))
                && (service.isEmpty() || service.equals(placement.service()))
                && (severity.isEmpty() || severity.equals(severity(finding)))
                && finding.violation().rule().id().startsWith(rule);
    }

    private static String severity(ValidationFinding finding) {
        return finding.ignored() == null ? finding.violation().severity().name().toLowerCase(Locale.ROOT) : "ignored";
    }
}
