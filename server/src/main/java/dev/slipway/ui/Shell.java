package dev.slipway.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page knows; each template gets it as {@code shell}.
 *
 * @param path of the page
 * @param navigation what this viewer sees of it
 * @param banners what everybody must know now
 * @param csrf null where no session protects anything
 * @param flash a message to show once
 */
public record Shell(
        String organisation,
        Viewer viewer,
        String path,
        List<NavigationEntry> navigation,
        List<Banner> banners,
        @Nullable Csrf csrf,
        @Nullable Flash flash) {

    /** The token that unsafe requests carry. */
    public record Csrf(String parameter, String header, String token) {}

    /** The letters that stand for the viewer. */
    public String initials() {
        String name = viewer.displayName().isBlank() ? viewer.name() : viewer.displayName();
        StringBuilder letters = new StringBuilder();
        for (String word : name.trim().split("[\\s-]+")) {
            if (letters.length() < 2 && !word.isEmpty()) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
