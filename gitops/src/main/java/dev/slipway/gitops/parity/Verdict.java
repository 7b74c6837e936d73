package dev.slipway.gitops.parity;

/** What a comparison says, from the best to the worst. */
public enum Verdict {
    /** Alike. */
    MATCH,
    /** It differs, and somebody answers for it until a day. */
    EXCEPTED,
    /** It differs. */
    DIFFERS,
    /** It cannot be told, which is never a pass. */
    UNKNOWN
}
