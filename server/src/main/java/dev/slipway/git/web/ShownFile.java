package dev.slipway.git.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file on a page.
 *
 * @param lines empty when they are not shown
 * @param rendered Markdown as safe HTML; null for anything else
 * @param note why lines are not, or not all, shown; null when they are
 */
public record ShownFile(
        String path,
        String size,
        List<String> lines,
        @Nullable String rendered,
        @Nullable String note) {

    public ShownFile {
        lines = List.copyOf(lines);
    }
}
