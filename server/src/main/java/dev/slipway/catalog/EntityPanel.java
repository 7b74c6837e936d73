package dev.slipway.catalog;

import dev.slipway.ui.Badge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SPI: what another module adds to an entity's page, for example the environments of the service that it is. Each bean of this
 * type is asked when the page is shown, in the request's thread; one that throws is left out.
 */
public interface EntityPanel {

    /** Where it stands among the panels, lowest first. */
    int order();

    /** Empty for an entity that there is nothing to say about. */
    Optional<Content> of(CatalogEntity entity);

    /**
     * A panel.
     *
     * @param icon the name of a symbol in {@code assets/icons.svg}
     * @param path the page that shows more, within the portal; null where there is none
     */
    record Content(String title, String icon, @Nullable String path, List<Line> lines) {
        public Content {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a panel.
     *
     * @param text what stands beside the label; empty for nothing
     * @param badge its state, or null
     * @param path where the label leads, within the portal, or null
     * @param at when it was, or null
     */
    record Line(
            String label,
            String text,
            @Nullable Badge badge,
            @Nullable String path,
            @Nullable Instant at) {

        public Line(String label, String text, @Nullable Badge badge, @Nullable String path) {
            this(label, text, badge, path, null);
        }
    }
}
