package dev.slipway.bench.previews;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How long one pull request waited.
 *
 * @param state of its preview
 * @param toCommit from the end of its build to the commit in the platform repository; empty if it has none
 * @param toAnswer from that commit to the first answer; empty if there is none
 */
record Waited(String state, Optional<Duration> toCommit, Optional<Duration> toAnswer) {

    static Waited of(JsonNode preview, String service, String head, JsonNode builds, JsonNode commits) {
        String state = preview.path("state").asString();
        Optional<Instant> built = builds.valueStream()
                .filter(build -> build.path("commit").asString().equals(head))
                .flatMap(build -> instant(build, "finishedAt").stream())
                .findFirst();
        Optional<Instant> answered = instant(preview, "answeredAt");
        if (built.isEmpty() || answered.isEmpty()) {
            return new Waited(state, Optional.empty(), Optional.empty());
        }
        Optional<Instant> committed = commits.valueStream()
                .filter(commit -> commit.path("trailers")
                                .path("Slipway-Kind")
                                .asString("")
                                .equals("preview")
                        && commit.path("trailers")
                                .path("Slipway-Service")
                                .asString("")
                                .equals(service))
                .flatMap(commit -> instant(commit, "committedAt").stream())
                .filter(at -> !at.isBefore(built.get().minusSeconds(1)) && !at.isAfter(answered.get()))
                .min(Comparator.naturalOrder());
        return new Waited(
                state,
                committed.map(at -> Duration.between(built.get(), at)),
                committed.map(at -> Duration.between(at, answered.get())));
    }

    private static Optional<Instant> instant(JsonNode object, String field) {
        String text = object.path(field).asString("");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
