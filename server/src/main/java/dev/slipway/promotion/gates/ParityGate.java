package dev.slipway.promotion.gates;

import dev.slipway.desiredstate.Parities;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Difference;
import dev.slipway.gitops.parity.ParityException;
import dev.slipway.gitops.parity.TermResult;
import dev.slipway.gitops.parity.Verdict;
import dev.slipway.platform.GateDefinition;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Evidence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Release as it would render in the target is like it is where it comes from, in all that must match. */
@Component
class ParityGate {

    private static final int MOST_EVIDENCE = 40;
    private static final int LONGEST_VALUE = 300;

    private final Parities parities;
    private final Clock clock;

    ParityGate(Parities parities, Clock clock) {
        this.parities = parities;
        this.clock = clock;
    }

    GateVerdict evaluate(GateDefinition.Parity gate, GateQuestion question) {
        Comparison comparison = parities.candidate(
                question.promotion().service(),
                question.rule().from(),
                question.promotion().to(),
                question.promotion().release());
        return new GateVerdict(
                gate.key(),
                question.rule().from() + " and " + question.promotion().to() + " alike",
                switch (comparison.verdict()) {
                    case MATCH, EXCEPTED -> GateVerdict.Verdict.PASS;
                    case DIFFERS -> GateVerdict.Verdict.FAIL;
                    case UNKNOWN -> GateVerdict.Verdict.UNKNOWN;
                },
                comparison.words(),
                evidence(comparison, question),
                clock.instant(),
                null);
    }

    private List<Evidence> evidence(Comparison comparison, GateQuestion question) {
        String source = "Git, " + question.promotion().release().commit().brief();
        List<Evidence> evidence = new ArrayList<>();
        comparison
                .expired()
                .forEach(each -> evidence.add(evidence("exception for " + each.what(), expired(each), source)));
        comparison.terms().stream()
                .filter(TermResult::mustMatch)
                .filter(each -> each.verdict() != Verdict.MATCH)
                .forEach(each -> add(each, comparison, source, evidence));
        long matching = comparison.terms().stream()
                .filter(each -> each.mustMatch() && each.verdict() == Verdict.MATCH)
                .count();
        List<Evidence> shown =
                new ArrayList<>(evidence.stream().limit(MOST_EVIDENCE).toList());
        if (evidence.size() > shown.size()) {
            shown.add(evidence("more", (evidence.size() - shown.size()) + " more, on the page of parity", source));
        }
        shown.add(evidence("terms that match", matching + " of those that must", source));
        return shown;
    }

    private void add(TermResult result, Comparison comparison, String source, List<Evidence> evidence) {
        result.unknown().forEach(each -> evidence.add(evidence(result.term().key(), each, source)));
        result.differences()
                .forEach(each -> evidence.add(
                        evidence(result.term().key() + ": " + each.at(), words(each, comparison), source)));
    }

    private static String words(Difference difference, Comparison comparison) {
        String values = comparison.from() + ": " + shown(difference.left()) + "; " + comparison.to() + ": "
                + shown(difference.right());
        ParityException exception = difference.exception();
        return (difference.words().isEmpty() ? values : difference.words() + " (" + values + ")")
                + (exception == null
                        ? ""
                        : " Excepted until " + exception.expires() + " by " + exception.owner() + ": "
                                + exception.reason());
    }

    private static String shown(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    private static String expired(ParityException exception) {
        return "expired on " + exception.expires() + " (" + exception.owner() + ", " + exception.where() + ")";
    }

    private Evidence evidence(String what, String value, String source) {
        return new Evidence(what, value, source, clock.instant());
    }
}
