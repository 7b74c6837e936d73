package dev.slipway.git.web;

import dev.slipway.git.PullRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a repository's pull requests.
 *
 * @param label that all of them carry; empty for any
 * @param older where the next page begins; null when this is the last
 * @param first whether it begins with the newest
 */
public record PullRequestList(
        List<PullRequest> pulls,
        PullRequest.State state,
        Map<PullRequest.State, Integer> counts,
        String label,
        Labels labels,
        @Nullable Integer older,
        boolean first) {

    public PullRequestList {
        pulls = List.copyOf(pulls);
    }

    /** The query of another page of it. */
    public String query(PullRequest.State other, String otherLabel, @Nullable Integer before) {
        return "?state=" + other.name()
                + (otherLabel.isEmpty() ? "" : "&label=" + URLEncoder.encode(otherLabel, StandardCharsets.UTF_8))
                + (before == null ? "" : "&before=" + before);
    }
}
