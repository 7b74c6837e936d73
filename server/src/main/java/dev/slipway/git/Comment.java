package dev.slipway.git;

import java.time.Instant;

/** A comment on a pull request, in Markdown. */
public record Comment(long id, String author, String markdown, Instant writtenAt, Instant editedAt) {}
