package dev.slipway.previews.store;

import dev.slipway.kernel.CommitId;
import dev.slipway.previews.Preview;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preview with what only the module itself needs to know.
 *
 * @param endedHead the head whose preview somebody ended; null when nobody did
 * @param deployedAt since when its release is what Git shall say; null while that is nothing
 * @param told names what the pull request was told last; empty before
 */
public record PreviewRow(
        Preview preview,
        @Nullable CommitId endedHead,
        @Nullable Instant deployedAt,
        String told) {

    public boolean ended() {
        return preview.head().equals(endedHead);
    }
}
