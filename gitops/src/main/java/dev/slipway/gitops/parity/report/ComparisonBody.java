package dev.slipway.gitops.parity.report;

import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Difference;
import dev.slipway.gitops.parity.ParityException;
import dev.slipway.gitops.parity.TermResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two environments of a service, term by term.
 *
 * @param verdict {@code match}, {@code excepted}, {@code differs} or {@code unknown}
 * @param uncompared why nothing at all could be compared; null where something was
 * @param expired exceptions that no longer count
 */
public record ComparisonBody(
        String service,
        String from,
        String to,
        String verdict,
        String words,
        @Nullable String uncompared,
        List<TermBody> terms,
        List<ExceptionBody> expired) {

    public static ComparisonBody of(Comparison comparison) {
        return new ComparisonBody(
                comparison.service(),
                comparison.from(),
                comparison.to(),
                word(comparison.verdict()),
                comparison.words(),
                comparison.uncompared().orElse(null),
                comparison.terms().stream().map(TermBody::of).toList(),
                comparison.expired().stream().map(ExceptionBody::of).toList());
    }

    private static String word(Enum<?> verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** A term; {@code unknown} says why it cannot be told. */
    public record TermBody(
            String term,
            String meaning,
            boolean mustMatch,
            String verdict,
            List<DifferenceBody> differences,
            List<String> unknown) {
        static TermBody of(TermResult result) {
            return new TermBody(
                    result.term().key(),
                    result.term().words(),
                    result.mustMatch(),
                    word(result.verdict()),
                    result.differences().stream().map(DifferenceBody::of).toList(),
                    result.unknown());
        }
    }

    /** A difference; a side that has nothing there is null. */
    public record DifferenceBody(
            String object,
            String path,
            @Nullable String left,
            @Nullable String right,
            String words,
            @Nullable ExceptionBody exception) {
        static DifferenceBody of(Difference difference) {
            return new DifferenceBody(
                    difference.object(),
                    difference.path(),
                    difference.left(),
                    difference.right(),
                    difference.words(),
                    difference.exception() == null ? null : ExceptionBody.of(difference.exception()));
        }
    }

    /** An exception; {@code expires} is the last day on which it counts. */
    public record ExceptionBody(String what, String owner, String reason, String expires, String where) {
        static ExceptionBody of(ParityException exception) {
            return new ExceptionBody(
                    exception.what(),
                    exception.owner(),
                    exception.reason(),
                    exception.expires().toString(),
                    exception.where());
        }
    }
}
