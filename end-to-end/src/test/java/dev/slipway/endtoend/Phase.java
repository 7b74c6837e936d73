package dev.slipway.endtoend;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.People;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a server can be in the middle of. */
enum Phase {
    /** It does not answer yet. */
    STARTING,
    BUILDING,
    /** A promotion asks its gates, or waits for somebody's approval. */
    AT_THE_GATES,
    WRITING,
    DEPLOYING,
    ROLLING_BACK,
    /** It answers, and nothing of the above stands open. */
    NOTHING_OPEN;

    /** All that stands open for this service at this moment, as the server itself says; it is not waited for. */
    static Set<Phase> of(LocalServer server, String service) {
        if (!Files.exists(server.data().resolve("sample-users.json"))) {
            return EnumSet.of(STARTING);
        }
        ServerClient client = new ServerClient(
                URI.create("http://127.0.0.1:" + server.port()),
                People.read(server.port(), server.data()).token("rosa"),
                Duration.ZERO);
        try {
            return open(
                    children(client, "/api/v1/builds?repository=acme/" + service),
                    children(client, "/api/v1/services/" + service + "/promotions"));
        } catch (ServerProblem silent) {
            if (silent.status() != 0 && silent.status() != 503) {
                throw silent;
            }
            return EnumSet.of(STARTING);
        }
    }

    /** None of a service that is not there yet. */
    private static List<JsonNode> children(ServerClient client, String path) {
        try {
            return client.get(path).valueStream().toList();
        } catch (ServerProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return List.of();
        }
    }

    private static Set<Phase> open(List<JsonNode> builds, List<JsonNode> promotions) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        if (builds.stream()
                .anyMatch(build -> Set.of("QUEUED", "RUNNING")
                        .contains(build.path("status").asString()))) {
            phases.add(BUILDING);
        }
        promotions.stream()
                .filter(promotion -> promotion.path("finishedAt").isNull())
                .map(Phase::of)
                .forEach(phases::add);
        return phases.isEmpty() ? EnumSet.of(NOTHING_OPEN) : phases;
    }

    private static Phase of(JsonNode openPromotion) {
        if (openPromotion.path("kind").asString().equals("ROLLBACK")) {
            return ROLLING_BACK;
        }
        return switch (openPromotion.path("state").asString()) {
            case "COMMITTING" -> WRITING;
            case "DEPLOYING" -> DEPLOYING;
            default -> AT_THE_GATES;
        };
    }
}
