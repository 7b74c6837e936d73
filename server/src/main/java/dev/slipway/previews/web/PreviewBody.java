package dev.slipway.previews.web;

import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preview as JSON.
 *
 * @param shown the commit that it shows; null while that is none
 */
record PreviewBody(
        String repository,
        int number,
        String service,
        String team,
        String title,
        String author,
        String head,
        @Nullable String shown,
        String state,
        @Nullable String failed,
        String message,
        List<String> log,
        String url,
        String namespace,
        String application,
        boolean kept,
        Instant openedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant answeredAt) {

    static PreviewBody of(Preview preview) {
        PreviewStep failed = preview.failed();
        return new PreviewBody(
                preview.pullRequest().repository().toString(),
                preview.pullRequest().number(),
                preview.service().value(),
                preview.team().value(),
                preview.title(),
                preview.author(),
                preview.head().value(),
                preview.shown().map(commit -> commit.value()).orElse(null),
                preview.state().name(),
                failed == null ? null : failed.name(),
                preview.message(),
                preview.log(),
                preview.url(),
                preview.namespace(),
                preview.application(),
                preview.kept(),
                preview.openedAt(),
                preview.expiresAt(),
                preview.answeredAt());
    }
}
