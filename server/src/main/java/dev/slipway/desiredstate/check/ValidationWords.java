package dev.slipway.desiredstate.check;

import dev.slipway.git.CommitStatus;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.validation.FindingEntry;
import dev.slipway.gitops.validation.ValidationFinding;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.gitops.validation.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pull request is told about what it would declare. */
final class ValidationWords {

    static final String HEADING = "### Validation";

    private static final int MOST_LISTED = 50;

    private final ValidationReport before;
    private final ValidationReport after;
    private final List<ValidationFinding> fresh;
    private final List<Finding> unreadable;

    ValidationWords(ValidationReport before, ValidationReport after) {
        this.before = before;
        this.after = after;
        this.fresh = after.since(before);
        this.unreadable = after.unreadableSince(before);
    }

    private List<ValidationFinding> fresh(Severity severity) {
        return fresh.stream().filter(each -> each.counts(severity)).toList();
    }

    private List<ValidationFinding> ignored() {
        return fresh.stream().filter(each -> each.ignored() != null).toList();
    }

    /** What could not be read is no pass: nobody looked at it. */
    CommitStatus.State state() {
        if (!fresh(Severity.ERROR).isEmpty()) {
            return CommitStatus.State.FAILURE;
        }
        return unreadable.isEmpty() ? CommitStatus.State.SUCCESS : CommitStatus.State.ERROR;
    }

    /** Whether everything was looked at. */
    boolean isWhole() {
        return unreadable.isEmpty();
    }

    /** What nobody can tell is not worth one alone. */
    boolean isWorthAComment() {
        return !unreadable.isEmpty()
                || fresh.stream()
                        .anyMatch(each ->
                                each.ignored() != null || each.violation().severity() != Severity.UNKNOWN);
    }

    String summary() {
        List<ValidationFinding> errors = fresh(Severity.ERROR);
        if (errors.isEmpty() && !unreadable.isEmpty()) {
            return Verdict.first(line(unreadable.getFirst()), unreadable.size());
        }
        if (errors.isEmpty()) {
            int warnings = fresh(Severity.WARNING).size();
            return warnings == 0 ? "Nothing new is wrong" : "Nothing new is wrong, " + warnings + " to look at";
        }
        ValidationFinding first = errors.getFirst();
        return Verdict.first(first.object() + ": " + first.violation().what(), errors.size());
    }

    String comment() {
        List<String> parts = new ArrayList<>();
        parts.add(HEADING);
        if (state() == CommitStatus.State.SUCCESS) {
            parts.add("Nothing new is wrong with what this would declare.");
        }
        if (!unreadable.isEmpty()) {
            parts.add("This cannot be read, so nobody knows whether it is right:");
            parts.add(listed(unreadable.stream().map(ValidationWords::line).toList(), unreadable.size()));
        }
        part("", fresh(Severity.ERROR), parts);
        part("Worth a look; it does not keep this from being merged:", fresh(Severity.WARNING), parts);
        part("Nothing in Git tells whether this is right:", fresh(Severity.UNKNOWN), parts);
        part("Ignored, as annotations ask for:", ignored(), parts);
        int known = before.of(Severity.ERROR).size();
        if (known > 0) {
            parts.add("On main " + known + (known == 1 ? " object breaks a rule" : " errors stand")
                    + " already, which is not held against this pull request.");
        }
        return String.join("\n\n", parts) + "\n";
    }

    private void part(String words, List<ValidationFinding> findings, List<String> parts) {
        if (findings.isEmpty()) {
            return;
        }
        if (!words.isEmpty()) {
            parts.add(words);
        }
        List<ValidationFinding> first = findings.stream().limit(MOST_LISTED).toList();
        parts.add(listed(
                after.placed(first).stream()
                        .map(FindingEntry::of)
                        .map(ValidationWords::line)
                        .toList(),
                findings.size()));
    }

    private static String listed(List<String> lines, int all) {
        String more = all > MOST_LISTED ? "\n- and " + (all - MOST_LISTED) + " more" : "";
        return lines.stream().limit(MOST_LISTED).map(each -> "- " + each).collect(Collectors.joining("\n")) + more;
    }

    private static String line(Finding finding) {
        return Stream.of(
                        finding.where() + ": " + finding.what(),
                        finding.expected().isEmpty() ? "" : "Expected: " + finding.expected() + ".",
                        finding.next())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String line(FindingEntry finding) {
        return finding.where() + ": " + finding.what()
                + (finding.expected().isEmpty() ? "" : " Expected: " + finding.expected() + ".")
                + (finding.next().isEmpty() ? "" : " " + finding.next())
                + " (" + finding.subject() + "; `" + finding.rule() + "`)"
                + (finding.ignored() == null ? "" : " Because: " + finding.ignored());
    }
}
