package dev.slipway.gitops.parity;

import java.util.List;

/**
 * What a comparison says of one term.
 *
 * @param unknown why it cannot be told; empty unless the verdict is UNKNOWN, or it differs anyway
 */
public record TermResult(
        Term term, boolean mustMatch, Verdict verdict, List<Difference> differences, List<String> unknown) {

    public TermResult {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    static TermResult of(Term term, boolean mustMatch, List<Difference> differences, List<String> unknown) {
        return new TermResult(term, mustMatch, verdict(differences, unknown), differences, unknown);
    }

    private static Verdict verdict(List<Difference> differences, List<String> unknown) {
        if (differences.stream().anyMatch(each -> each.exception() == null)) {
            return Verdict.DIFFERS;
        }
        if (!unknown.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return differences.isEmpty() ? Verdict.MATCH : Verdict.EXCEPTED;
    }

    /** Whether it keeps a Release from being promoted. */
    public boolean blocks() {
        return mustMatch && (verdict == Verdict.DIFFERS || verdict == Verdict.UNKNOWN);
    }
}
