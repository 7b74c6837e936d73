package dev.slipway.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored request and what became of it.
 *
 * @param outcome null while the writer has not dealt with it; {@link Outcome.Proposed} may still become another
 */
public record Change(
        ChangeRequest request,
        Instant submittedAt,
        @Nullable Outcome outcome,
        @Nullable Instant settledAt) {}
