package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/** A template would do more than the {@link Limits} allow. */
public final class LimitException extends TemplateException {

    private static final long serialVersionUID = 1L;

    public LimitException(@Nullable Place place, String message) {
        super(place, message);
    }
}
