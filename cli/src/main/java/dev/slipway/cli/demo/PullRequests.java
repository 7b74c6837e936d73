package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Opens pull requests, waits for their checks and merges them. */
public final class PullRequests {

    private final Patience patience;

    public PullRequests(Patience patience) {
        this.patience = patience;
    }

    public int open(ServerClient author, String repository, String branch, String title) {
        JsonNode pullRequest = author.post(
                "/api/v1/repositories/" + repository + "/pulls",
                Map.of("sourceBranch", branch, "targetBranch", "main", "title", title, "body", ""));
        return pullRequest.path("number").asInt();
    }

    /** Merges as soon as the host lets it be merged; returns the merge commit. */
    public String merge(ServerClient person, String repository, int number) {
        String path = "/api/v1/repositories/" + repository + "/pulls/" + number;
        return patience.await(
                "pull request " + repository + "#" + number + " to be merged",
                () -> tryMerge(person, path),
                () -> person.get(path).toString());
    }

    private static Optional<String> tryMerge(ServerClient person, String path) {
        JsonNode now = person.get(path);
        if (now.path("state").asString().equals("MERGED")) {
            return Optional.of(now.path("mergedAs").asString());
        }
        try {
            person.post(path + "/merge", Map.of("expectedHead", now.path("head").asString()));
        } catch (ServerProblem notYet) {
            if (notYet.status() != 409 && notYet.status() != 422) {
                throw notYet;
            }
        }
        return Optional.empty();
    }
}
