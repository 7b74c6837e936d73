package dev.slipway.gitops.parity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a platform definition says of parity.
 *
 * @param mustMatch the other terms may differ: they are compared and shown
 */
public record ParityRules(Set<Term> mustMatch, List<ParityException> exceptions) {

    /** Of a definition that says nothing. */
    public static final ParityRules STANDARD = new ParityRules(
            Stream.of(Term.values()).filter(Term::mustMatchByDefault).collect(Collectors.toSet()), List.of());

    public ParityRules {
        mustMatch = java.util.Collections.unmodifiableSet(
                mustMatch.isEmpty() ? EnumSet.noneOf(Term.class) : EnumSet.copyOf(mustMatch));
        exceptions = List.copyOf(exceptions);
    }

    public boolean mustMatch(Term term) {
        return mustMatch.contains(term);
    }
}
