package dev.slipway.gitops.parity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two environments of a service, side by side.
 *
 * @param from the environment that a Release comes from
 * @param to where it goes
 * @param terms all of them, in the order of {@link Term}
 * @param expired exceptions for it that no longer count
 */
public record Comparison(
        String service, String from, String to, List<TermResult> terms, List<ParityException> expired) {

    public Comparison {
        terms = List.copyOf(terms);
        expired = List.copyOf(expired);
    }

    /** Of the terms that must match; a difference outweighs what cannot be told. */
    public Verdict verdict() {
        if (has(Verdict.DIFFERS)) {
            return Verdict.DIFFERS;
        }
        if (has(Verdict.UNKNOWN)) {
            return Verdict.UNKNOWN;
        }
        return has(Verdict.EXCEPTED) ? Verdict.EXCEPTED : Verdict.MATCH;
    }

    private boolean has(Verdict verdict) {
        return terms.stream().anyMatch(each -> each.mustMatch() && each.verdict() == verdict);
    }

    public boolean passes() {
        return terms.stream().noneMatch(TermResult::blocks);
    }

    /** The terms that keep a Release from being promoted. */
    public List<TermResult> blocking() {
        return terms.stream().filter(TermResult::blocks).toList();
    }

    /** The terms that may differ and do. */
    public long differingFreely() {
        return terms.stream()
                .filter(each -> !each.mustMatch() && each.verdict() == Verdict.DIFFERS)
                .count();
    }

    /** Why nothing at all could be compared, where every term has the same reason. */
    public Optional<String> uncompared() {
        List<List<String>> reasons =
                terms.stream().map(TermResult::unknown).distinct().toList();
        boolean oneForAll = reasons.size() == 1 && terms.stream().allMatch(each -> each.verdict() == Verdict.UNKNOWN);
        return oneForAll ? Optional.of(String.join(" ", reasons.getFirst())) : Optional.empty();
    }

    public String words() {
        return uncompared()
                .map(reason -> "Nothing could be compared. " + reason)
                .orElseGet(this::verdictInWords);
    }

    private String verdictInWords() {
        return switch (verdict()) {
            case MATCH -> "Everything that must match does.";
            case EXCEPTED -> "Everything that must match does, or is excepted.";
            case DIFFERS, UNKNOWN ->
                (terms(Verdict.DIFFERS, "Not alike: ") + " " + terms(Verdict.UNKNOWN, "Cannot be told: ")).strip();
        };
    }

    private String terms(Verdict wanted, String heading) {
        String keys = blocking().stream()
                .filter(each -> each.verdict() == wanted)
                .map(each -> each.term().key())
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : heading + keys + ".";
    }
}
