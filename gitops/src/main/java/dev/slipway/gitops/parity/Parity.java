package dev.slipway.gitops.parity;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Naming;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two environments of a service, term by term. */
public record Parity(ParityRules rules, LocalDate today) {

    public Comparison compare(String service, Side from, Side to) {
        List<ParityException> exceptions = rules.exceptions().stream()
                .filter(each -> each.concerns(service, Set.of(from.environment(), to.environment())))
                .toList();
        List<ParityException> valid =
                exceptions.stream().filter(each -> !each.isExpired(today)).toList();
        return new Comparison(
                service,
                from.environment(),
                to.environment(),
                Arrays.stream(Term.values())
                        .map(term -> excepted(result(term, from, to), valid))
                        .toList(),
                exceptions.stream().filter(each -> each.isExpired(today)).toList());
    }

    private TermResult result(Term term, Side from, Side to) {
        List<OverlayPair> pairs = OverlayPair.of(overlays(from), overlays(to));
        if (!pairs.isEmpty()) {
            return OverlayPair.result(term, rules.mustMatch(term), pairs, (left, right) -> known(term, left, right));
        }
        return TermResult.of(
                term,
                rules.mustMatch(term),
                List.of(),
                Stream.of(from, to).flatMap(each -> reason(each).stream()).toList());
    }

    private static List<Side.Overlay> overlays(Side side) {
        return switch (side) {
            case Side.Known known -> List.of(new Side.Overlay("", known));
            case Side.Several several -> several.overlays();
            case Side.Unknown _ -> List.of();
        };
    }

    private TermResult known(Term term, Side.Known left, Side.Known right) {
        return term == Term.DEPENDENCY_TLS
                ? DependencyTerm.of(left, right, rules.mustMatch(term))
                : compare(term, left, right);
    }

    private static Optional<String> reason(Side side) {
        return side instanceof Side.Unknown unknown
                ? Optional.of(unknown.environment() + ": " + unknown.reason())
                : Optional.empty();
    }

    private TermResult compare(Term term, Side.Known left, Side.Known right) {
        Facts one = term.facts(left.manifests());
        Facts other = term.facts(right.manifests());
        List<String> unknown = Stream.concat(
                        one.unknown().stream().map(each -> left.environment() + ": " + each),
                        other.unknown().stream().map(each -> right.environment() + ": " + each))
                .toList();
        return TermResult.of(
                term,
                rules.mustMatch(term),
                unknown.isEmpty() ? FactComparison.of(one, naming(left), other, naming(right)) : List.of(),
                unknown);
    }

    private static Naming naming(Side.Known side) {
        return Naming.of(side.environment(), side.namespace(), side.names());
    }

    private static TermResult excepted(TermResult result, List<ParityException> exceptions) {
        return TermResult.of(
                result.term(),
                result.mustMatch(),
                result.differences().stream()
                        .map(each -> each.with(covering(result.term(), each, exceptions)))
                        .toList(),
                result.unknown());
    }

    private static @Nullable ParityException covering(
            Term term, Difference difference, List<ParityException> exceptions) {
        return exceptions.stream()
                .filter(each -> each.covers(term, difference.at()))
                .findFirst()
                .orElse(null);
    }
}
