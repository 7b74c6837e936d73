package dev.slipway.git.web;

import dev.slipway.git.Mirror;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mirror as JSON. */
public record MirrorBody(
        String url,
        @Nullable Instant fetchedAt,
        Instant dueAt,
        @Nullable String failure) {

    static MirrorBody of(Mirror mirror) {
        return new MirrorBody(mirror.url(), mirror.fetchedAt(), mirror.dueAt(), mirror.failure());
    }
}
