package dev.slipway.gitops.impact.meaning;

/** How much attention a change needs, the most first. */
public enum Severity {
    /** The sync will fail, or something that runs or is stored goes away. */
    BREAKS,
    /** It may interrupt something or weaken a protection. */
    RISKY,
    /** It behaves differently. */
    NOTABLE,
    /** Everything else. */
    PLAIN;

    /** In one word, lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
