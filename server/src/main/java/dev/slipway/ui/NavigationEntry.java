package dev.slipway.ui;

import java.util.function.Predicate;

/**
 * SPI: an entry of the main navigation. Each bean of this type is shown, lowest order first.
 *
 * @param path where it leads, for example {@code /services}; it is lit on pages below this path, too
 * @param icon the name of a symbol in {@code assets/icons.svg}
 * @param order home is 0, services 10, create 20, promotions 30, previews 35, repositories 40, platform 60, administration from 80
 * @param visible whether the viewer sees it
 */
public record NavigationEntry(String label, String path, String icon, int order, Predicate<Viewer> visible) {

    /** An entry that everybody sees who is signed in. */
    public NavigationEntry(String label, String path, String icon, int order) {
        this(label, path, icon, order, Viewer::signedIn);
    }

    /** Whether the page at this path belongs to this entry. */
    public boolean covers(String pagePath) {
        return pagePath.equals(path) || (!path.equals("/") && pagePath.startsWith(path + "/"));
    }
}
