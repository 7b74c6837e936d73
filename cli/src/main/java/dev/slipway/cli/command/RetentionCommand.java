package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway retention}. */
@Command(
        name = "retention",
        description = "Show what is kept how long and what was removed, say what would go now, or clean up now.")
public final class RetentionCommand extends ServerCommand {

    private static final String RETENTION = API + "/operations/retention";
    private static final double KILO = 1024;

    @Option(names = "--dry-run", description = "say what a clean-up would remove now, and remove nothing")
    private boolean dryRun;

    @Option(names = "--run", description = "clean up now")
    private boolean run;

    @Option(names = "--wait", description = "with --run: wait until it has ended; fails when something blocks it")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "the longest time to wait; default ${DEFAULT-VALUE}")
    private int timeout;

    public RetentionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (dryRun && run) {
            throw new CliException(
                    ExitCode.USAGE,
                    CliProblem.of("--dry-run and --run cannot both be meant.", "Say what would go, or clean up."));
        }
        if (dryRun) {
            JsonNode plan =
                    server.post(RETENTION + "/runs", Map.of("dryRun", true)).path("plan");
            output.result(plan);
            return results(plan, "WOULD GO", output);
        }
        return run ? cleanUp(server, output) : show(server, output);
    }

    private int cleanUp(ServerClient server, Output output) {
        JsonNode asked = server.post(RETENTION + "/runs", Map.of()).path("run");
        String id = Json.text(asked, "id");
        if (!wait) {
            output.result(asked);
            output.line("Clean-up " + id + " begins in a moment; \"slipway retention\" shows what it removed.");
            return ExitCode.DONE.code();
        }
        JsonNode ended = new Waiting(Duration.ofSeconds(timeout))
                .until(
                        "Clean-up " + id,
                        () -> newest(server, each -> Json.text(each, "id").equals(id)),
                        each -> !Json.text(each, "finishedAt").isEmpty(),
                        _ -> {});
        output.result(ended);
        return results(ended.path("results"), "REMOVED", output);
    }

    private static JsonNode newest(ServerClient server, Predicate<JsonNode> which) {
        JsonNode runs = server.get(RETENTION).path("runs");
        return runs.valueStream().filter(which).findFirst().orElse(runs.path(-1));
    }

    private int show(ServerClient server, Output output) {
        JsonNode retention = server.get(RETENTION);
        output.result(retention);
        retention
                .path("rules")
                .forEach(rule -> output.line(Json.text(rule, "subject") + ": " + Json.text(rule, "rule")));
        JsonNode last = newest(server, each -> !Json.text(each, "finishedAt").isEmpty());
        if (last.isMissingNode()) {
            output.line("Nothing was cleaned up yet.");
            return ExitCode.DONE.code();
        }
        output.line("");
        output.line("The newest clean-up ended " + Json.ago(Json.text(last, "finishedAt"), now()) + ", asked for by "
                + Json.text(last, "requestedBy") + ":");
        return results(last.path("results"), "REMOVED", output);
    }

    /** Fails when something blocks: what is asked about is not as it should be. */
    private static int results(JsonNode results, String verb, Output output) {
        Table table = new Table("WHAT", verb, "FREED");
        results.forEach(result -> table.row(
                Json.text(result, "subject"),
                Json.text(result, "count"),
                size(result.path("bytes").asLong())));
        output.table(table);
        results.forEach(result -> result.path("examples").forEach(each -> output.line("  " + each.asString())));
        boolean blocked = false;
        for (JsonNode result : results) {
            for (JsonNode reason : result.path("blockers")) {
                output.line("BLOCKED  " + Json.text(result, "subject") + ": " + reason.asString());
                blocked = true;
            }
        }
        return (blocked ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    private static String size(long bytes) {
        double kilos = bytes / KILO;
        return kilos < KILO
                ? String.format(Locale.ROOT, "%.1f kB", kilos)
                : String.format(Locale.ROOT, "%.1f MB", kilos / KILO);
    }
}
