package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import java.time.Instant;

/** A release on the host: a tag with words. */
public record HostedRelease(
        String tag, CommitId commit, String title, String notes, String author, Instant publishedAt) {}
