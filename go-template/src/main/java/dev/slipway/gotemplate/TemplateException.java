package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/** A text that is not a template, or a template that could not be executed; the message is Go's, place and all. */
public sealed class TemplateException extends RuntimeException permits LimitException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Place place;

    public TemplateException(@Nullable Place place, String message) {
        super(message);
        this.place = place;
    }

    public TemplateException(@Nullable Place place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /**
     * Where it went wrong at first: in the template that a function executed, when that failed, and not at the function's call.
     * Null as {@link #place}.
     */
    public @Nullable Place origin() {
        return getCause() instanceof TemplateException inner && inner.origin() != null ? inner.origin() : place;
    }

    /** Where; null when the error concerns no place, such as a template that does not exist. */
    public @Nullable Place place() {
        return place;
    }
}
