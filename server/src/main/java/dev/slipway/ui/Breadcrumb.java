package dev.slipway.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a page.
 *
 * @param path null for the page itself
 */
public record Breadcrumb(String label, @Nullable String path) {

    public static Breadcrumb here(String label) {
        return new Breadcrumb(label, null);
    }

    public static Breadcrumb to(String label, String path) {
        return new Breadcrumb(label, path);
    }
}
