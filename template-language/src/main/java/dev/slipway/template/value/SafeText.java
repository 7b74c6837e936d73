package dev.slipway.template.value;

/**
 * A text that is marked as escaped: what {@code escape}, {@code safe} and macros return. As in nunjucks it is an object, so it is no
 * {@code string} and equals no other by {@code ===}, but it prints and adds like its text.
 */
public final class SafeText {

    private final String text;

    public SafeText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** A text that is marked if the one that it was made of was. */
    public static Object like(@org.jspecify.annotations.Nullable Object original, String text) {
        return original instanceof SafeText ? new SafeText(text) : text;
    }
}
