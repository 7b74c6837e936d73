package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code slipway applications}. */
@Command(
        name = "applications",
        description = "List the Applications that the platform repository declares, and what is wrong with them.")
public final class ApplicationsCommand extends ServerCommand {

    /** The server's own limit. */
    private static final int MOST_AT_ONCE = 500;

    /** Which Applications. */
    enum Kind {
        UNTOLD,
        PROBLEMS,
        DOUBTS;

        private static String word(@Nullable Kind kind) {
            return kind == null ? "" : kind.name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "only those with this in their name, service, environment, namespace or hosts")
    private String query = "";

    @Option(
            names = "--only",
            paramLabel = "KIND",
            description =
                    "only those of which something cannot be told (untold), with problems, or to look at (doubts)")
    private @Nullable Kind only;

    @Mixin
    private final PageOptions page = new PageOptions(100);

    public ApplicationsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Pages pages = page.read(MOST_AT_ONCE, "applications", (from, size) -> page(server, from, size));
        output.result(result(pages));
        pages.show(table(pages.items()), pages.last().path("total").asInt(), "No Application is like that.", output);
        pages.items().forEach(each -> {
            told("Problem", each, each.path("problems"), output);
            told("Doubt", each, each.path("doubts"), output);
        });
        if (!pages.last().path("newest").asBoolean()) {
            output.line("As of " + Json.brief(Json.text(pages.last(), "commit")) + "; a newer commit is being read.");
        }
        return ExitCode.DONE.code();
    }

    private JsonNode page(ServerClient server, int from, int size) {
        return server.get(API + "/applications?limit=" + size + "&offset=" + from + "&only=" + Kind.word(only) + "&q="
                + segment(query));
    }

    private ObjectNode result(Pages pages) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        return result.put("commit", Json.text(pages.last(), "commit"))
                .put("newest", pages.last().path("newest").asBoolean())
                .put("total", pages.last().path("total").asInt())
                .put("offset", page.offset())
                .set("applications", pages.items());
    }

    private static Table table(ArrayNode applications) {
        Table table = new Table("APPLICATION", "ENVIRONMENT", "SERVICE", "CLUSTER", "NAMESPACE", "RELEASE", "FILE");
        applications.forEach(each -> table.row(
                Json.text(each, "name"),
                Json.text(each, "environment"),
                Json.text(each, "service"),
                Json.text(each, "cluster"),
                Json.text(each, "namespace"),
                Json.brief(Json.text(each, "release")),
                Json.text(each, "file")));
        return table;
    }

    private static void told(String what, JsonNode application, JsonNode problems, Output output) {
        problems.forEach(each -> output.line(what + " of " + Json.text(application, "name") + ": "
                + (Json.text(each, "message") + " " + Json.text(each, "next")).strip()));
    }
}
