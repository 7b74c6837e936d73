package dev.slipway.ui.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an earlier request with the same key.
 *
 * @param status null while that request is still running
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record StoredAnswer(
        String fingerprint,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String location,
        byte[] body) {}
