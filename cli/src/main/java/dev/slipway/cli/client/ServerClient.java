package dev.slipway.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server, one account. A request that finds nobody listening, or loses its connection, is sent again until the patience
 * runs out; a POST carries the same {@code Idempotency-Key} each time, so that it happens once.
 */
public final class ServerClient {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final String token;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param server for example {@code http://127.0.0.1:7070}
     * @param token of the account
     * @param patience how long a server that does not answer is waited for; zero for not at all
     */
    public ServerClient(URI server, String token, Duration patience) {
        this.server = server;
        this.token = token;
        this.patience = patience;
    }

    /** @param path with query, begins with {@code /api/} */
    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** @param body anything Jackson writes; null for none */
    public JsonNode post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public JsonNode delete(String path) {
        return send("DELETE", path, null);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        HttpRequest request = request(method, path, body);
        Instant giveUp = Instant.now().plus(patience);
        while (true) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() != 503 || Instant.now().isAfter(giveUp)) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new ServerProblem(
                            0,
                            List.of("No Slipway server answers at " + server
                                    + ". Start one with ./slipway up, or name it with --server."));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerProblem(0, List.of("Interrupted."));
            }
            pause();
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private static JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        }
        throw new ServerProblem(response.statusCode(), problems(response));
    }

    /** Problem details (RFC 9457) with the server's list of problems. */
    private static List<String> problems(HttpResponse<String> response) {
        List<String> lines = new ArrayList<>();
        try {
            JsonNode details = JSON.readTree(response.body());
            details.path("problems").forEach(problem -> lines.add(line(problem)));
            if (lines.isEmpty() && details.hasNonNull("detail")) {
                lines.add(details.get("detail").asString());
            }
        } catch (RuntimeException _) {
            lines.add("The server's answer was not JSON.");
        }
        return lines.isEmpty() ? List.of("The server answered with status " + response.statusCode() + ".") : lines;
    }

    private static String line(JsonNode problem) {
        return (problem.hasNonNull("where") ? problem.get("where").asString() + ": " : "")
                + problem.path("message").asString("")
                + (problem.hasNonNull("expected")
                        ? " Expected: " + problem.get("expected").asString() + "."
                        : "")
                + (problem.hasNonNull("next") ? " " + problem.get("next").asString() : "");
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
