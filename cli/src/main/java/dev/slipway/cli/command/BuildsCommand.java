package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway builds}. */
@Command(name = "builds", description = "List a service's builds, or show the log of one.")
public final class BuildsCommand extends ServerCommand {

    private static final Set<String> UNFINISHED = Set.of("QUEUED", "RUNNING");

    @Parameters(index = "0", paramLabel = "SERVICE", description = "or a repository: organisation/name")
    private String service = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--log", paramLabel = "BUILD", description = "show the log of this build; with --wait to its end")
    private String log = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    private int nextLine;

    public BuildsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        return log.isBlank() ? list(server, output) : log(server, output);
    }

    private int list(ServerClient server, Output output) {
        String path =
                API + "/builds?limit=" + limit + "&repository=" + segment(RepositoryArgument.resolve(server, service));
        JsonNode builds = wait.wanted()
                ? new Waiting(wait.limit())
                        .until("The newest build", () -> server.get(path), BuildsCommand::ended, any -> {})
                : server.get(path);
        output.result(builds);
        table(builds, output);
        boolean failed = wait.wanted() && !Json.text(builds.path(0), "status").equals("SUCCEEDED");
        return (failed ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    private static boolean ended(JsonNode builds) {
        return !builds.isEmpty() && !UNFINISHED.contains(Json.text(builds.path(0), "status"));
    }

    private static void table(JsonNode builds, Output output) {
        Table table = new Table("BUILD", "STATUS", "COMMIT", "BRANCH", "BUILDER", "QUEUED", "FAILURE");
        builds.forEach(build -> table.row(
                Json.text(build, "id"),
                Json.text(build, "status"),
                Json.brief(Json.text(build, "commit")),
                Json.text(build, "branch"),
                Json.text(build.path("provenance"), "builder"),
                Json.ago(Json.text(build, "queuedAt"), now()),
                Json.text(build, "failure")));
        if (table.isEmpty()) {
            output.line("Nothing was built yet. Push a commit.");
        } else {
            output.table(table);
        }
    }

    private int log(ServerClient server, Output output) {
        String path = API + "/builds/" + segment(log) + "/log?from=";
        JsonNode last = wait.wanted()
                ? new Waiting(wait.limit())
                        .until(
                                "Build " + log,
                                () -> server.get(path + nextLine),
                                part -> part.path("end").asBoolean(),
                                part -> lines(part, output))
                : server.get(path + "0");
        if (!wait.wanted()) {
            lines(last, output);
        }
        output.result(last);
        return ExitCode.DONE.code();
    }

    private void lines(JsonNode part, Output output) {
        part.path("lines").forEach(line -> output.line(line.asString()));
        nextLine = part.path("next").asInt(nextLine);
    }
}
