package dev.slipway.services.web;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An onboarding as JSON. */
record OnboardingBody(
        String id,
        String service,
        String team,
        String repository,
        String origin,
        @Nullable String source,
        String state,
        String step,
        String message,
        @Nullable String defaultBranch,
        @Nullable Detection detection,
        List<File> files,
        List<String> kept,
        @Nullable Pull serviceChange,
        @Nullable Pull platformChange,
        String page,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** A proposed file. */
    record File(String path, String purpose) {}

    /** A pull request. */
    record Pull(String repository, int number, String url) {}

    static OnboardingBody of(Onboarding onboarding) {
        return new OnboardingBody(
                onboarding.id().toString(),
                onboarding.service().value(),
                onboarding.team().value(),
                onboarding.repository().toString(),
                onboarding.origin().name(),
                onboarding.source(),
                onboarding.state().name(),
                onboarding.state().label(),
                onboarding.message(),
                onboarding.defaultBranch(),
                onboarding.detection(),
                onboarding.files().stream()
                        .map(file -> new File(file.path(), file.purpose()))
                        .toList(),
                onboarding.kept(),
                pull(onboarding.serviceChange()),
                pull(onboarding.platformChange()),
                "/onboard/" + onboarding.id(),
                onboarding.requestedBy(),
                onboarding.requestedAt(),
                onboarding.finishedAt());
    }

    private static @Nullable Pull pull(@Nullable PullRequestRef pull) {
        return pull == null
                ? null
                : new Pull(
                        pull.repository().toString(),
                        pull.number(),
                        "/repositories/" + pull.repository() + "/pulls/" + pull.number());
    }
}
