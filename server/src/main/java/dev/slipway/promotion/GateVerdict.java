package dev.slipway.promotion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says, and why.
 *
 * @param gate the definition's key
 * @param definition in words, for example {@code healthy in staging for 10m}
 * @param evidence what was asked, of whom, when, which values
 * @param earliest when it could pass at the earliest; null when that cannot be told
 */
public record GateVerdict(
        String gate,
        String definition,
        Verdict verdict,
        String reason,
        List<Evidence> evidence,
        Instant evaluatedAt,
        @Nullable Instant earliest) {

    /** Only PASS and OVERRIDDEN let a Release through. */
    public enum Verdict {
        PASS,
        FAIL,
        WAITING,
        UNKNOWN,
        OVERRIDDEN
    }

    /** One observation. */
    public record Evidence(
            String what, String value, @Nullable String source, Instant at) {}
}
