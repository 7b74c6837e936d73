package dev.slipway.ui.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an earlier request with the same key.
 *
 * @param status null while that request is still running
 * @param body empty when it was not kept, or cannot be opened any more
 */
record StoredAnswer(
        String fingerprint,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String location,
        Optional<byte[]> body) {}
