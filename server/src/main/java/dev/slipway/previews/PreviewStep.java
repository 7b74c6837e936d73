package dev.slipway.previews;

import java.util.Locale;

/** The steps from a commit to a preview that answers. */
public enum PreviewStep {
    BUILD,
    RENDER,
    DEPLOY,
    PROBE;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
