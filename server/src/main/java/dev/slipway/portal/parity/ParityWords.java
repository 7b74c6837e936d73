package dev.slipway.portal.parity;

import dev.slipway.gitops.parity.TermResult;
import dev.slipway.gitops.parity.Verdict;
import dev.slipway.ui.Badge;
import dev.slipway.ui.Tone;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verdicts of parity as badges. */
public final class ParityWords {

    private static final int LONGEST = 600;

    private ParityWords() {}

    public static Badge badge(String verdict) {
        return switch (verdict) {
            case "match" -> new Badge("Alike", Tone.GOOD);
            case "excepted" -> new Badge("Excepted", Tone.WAITING, "shield-check");
            case "differs" -> new Badge("Differs", Tone.BAD);
            default -> new Badge("Unknown", Tone.UNKNOWN);
        };
    }

    public static Badge badge(Verdict verdict) {
        return badge(verdict.name().toLowerCase(Locale.ROOT));
    }

    /** Of a term that may differ a difference is nothing bad. */
    public static Badge badge(TermResult result) {
        return !result.mustMatch() && result.verdict() == Verdict.DIFFERS
                ? new Badge("May differ", Tone.QUIET, "point")
                : badge(result.verdict());
    }

    /** Values of configuration may be whole files. */
    public static String shown(@Nullable String value) {
        if (value == null) {
            return "–";
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
