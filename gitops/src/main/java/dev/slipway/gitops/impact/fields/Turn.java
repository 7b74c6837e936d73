package dev.slipway.gitops.impact.fields;

import java.util.Locale;

/** What happened to a part. */
public enum Turn {
    ADDED,
    CHANGED,
    REMOVED;

    /** In one word, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
