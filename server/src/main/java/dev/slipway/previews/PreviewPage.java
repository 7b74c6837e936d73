package dev.slipway.previews;

import java.util.List;

/**
 * Some of the previews that a query finds.
 *
 * @param total how many it finds
 */
public record PreviewPage(List<Preview> previews, int total) {
    public PreviewPage {
        previews = List.copyOf(previews);
    }
}
