package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliProblem;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads problem details (RFC 9457) with Slipway's list of problems. */
final class ProblemDetails {

    private ProblemDetails() {}

    static ServerProblem of(HttpResponse<String> response) {
        return of(response.statusCode(), response.body());
    }

    static ServerProblem of(int status, String body) {
        JsonNode details = parse(body);
        List<CliProblem> problems = details.path("problems")
                .valueStream()
                .map(ProblemDetails::problem)
                .toList();
        if (!problems.isEmpty()) {
            return new ServerProblem(status, problems);
        }
        String fallback = "The server answered with status " + status + ".";
        String message = details.path("detail").asString(details.path("title").asString(fallback));
        return new ServerProblem(status, List.of(new CliProblem(null, message, null, next(status))));
    }

    private static CliProblem problem(JsonNode problem) {
        return new CliProblem(
                text(problem.path("where")),
                problem.path("message").asString(""),
                text(problem.path("expected")),
                text(problem.path("next")));
    }

    private static @Nullable String next(int status) {
        return status == 401 || status == 403 ? "Sign in with \"slipway login\", or set SLIPWAY_TOKEN." : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static JsonNode parse(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
