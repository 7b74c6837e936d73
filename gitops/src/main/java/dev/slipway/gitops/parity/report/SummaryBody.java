package dev.slipway.gitops.parity.report;

import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Term;
import dev.slipway.gitops.parity.TermResult;
import dev.slipway.gitops.parity.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * Two environments of a service in a line.
 *
 * @param blocking the terms that keep a Release from being promoted
 * @param excepted how many terms are excepted
 * @param differingFreely how many terms differ that may
 */
public record SummaryBody(
        String service,
        String team,
        String from,
        String to,
        String verdict,
        List<String> blocking,
        long excepted,
        long differingFreely) {

    /** @param team empty where nobody is known */
    public static SummaryBody of(Comparison comparison, String team) {
        return new SummaryBody(
                comparison.service(),
                team,
                comparison.from(),
                comparison.to(),
                comparison.verdict().name().toLowerCase(Locale.ROOT),
                comparison.blocking().stream()
                        .map(TermResult::term)
                        .map(Term::key)
                        .toList(),
                comparison.terms().stream()
                        .filter(each -> each.verdict() == Verdict.EXCEPTED)
                        .count(),
                comparison.differingFreely());
    }
}
