package dev.slipway.gitops.validation;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.places.Places;
import dev.slipway.gitops.validation.rule.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that validating came to.
 *
 * @param objects how many were looked at
 * @param findings errors first, then by environment, Application and object
 * @param unreadable what does not render or cannot be read, and so was not looked at
 * @param unchecked what of the rules was not evaluated, in words
 */
public record ValidationReport(
        int applications,
        int objects,
        List<ValidationFinding> findings,
        List<Finding> unreadable,
        List<String> unchecked,
        Places places) {

    public ValidationReport {
        findings = List.copyOf(findings);
        unreadable = List.copyOf(unreadable);
        unchecked = List.copyOf(unchecked);
    }

    /** Those that count. */
    public List<ValidationFinding> of(Severity severity) {
        return findings.stream().filter(each -> each.counts(severity)).toList();
    }

    /** Those that an annotation takes back. */
    public List<ValidationFinding> ignored() {
        return findings.stream().filter(each -> each.ignored() != null).toList();
    }

    /** What is found here and was not before, places not looked for. */
    public List<ValidationFinding> since(ValidationReport before) {
        Set<String> known = before.findings().stream()
                .filter(each -> each.ignored() == null)
                .map(ValidationFinding::key)
                .collect(Collectors.toSet());
        return findings.stream().filter(each -> !known.contains(each.key())).toList();
    }

    /** What cannot be read here and could before, places not looked for. */
    public List<Finding> unreadableSince(ValidationReport before) {
        Set<String> known = before.unreadable().stream().map(Finding::what).collect(Collectors.toSet());
        return unreadable.stream().filter(each -> !known.contains(each.what())).toList();
    }

    /** With file, line and column; reads the files that these Applications were rendered from. */
    public List<ValidationFinding> placed(Collection<ValidationFinding> some) {
        return some.stream()
                .map(each -> each.at(places.of(
                                each.object().application(),
                                each.object().object(),
                                each.violation().pointer())
                        .orElse(each.where())))
                .toList();
    }
}
