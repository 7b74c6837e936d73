package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway template runs}. */
@Command(description = "List runs of templates, newest first.")
final class TemplateRunsCommand extends ServerCommand {

    /** How runs stand. */
    enum Status {
        QUEUED,
        RUNNING,
        WAITING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    @Option(names = "--template", paramLabel = "NAME", description = "only runs of this template")
    private String template = "";

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "only those that this account asked for")
    private String account = "";

    @Option(names = "--status", paramLabel = "STATUS", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Status> statuses = List.of();

    @Mixin
    private final PageOptions page = new PageOptions(30);

    TemplateRunsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        StringBuilder path = new StringBuilder(API + "/runs?" + page.query());
        if (!template.isEmpty()) {
            path.append("&template=").append(segment(template));
        }
        if (!account.isEmpty()) {
            path.append("&account=").append(segment(account));
        }
        statuses.forEach(status -> path.append("&status=").append(status));
        JsonNode runs = server.get(path.toString());
        output.result(runs);
        Table table = new Table("ID", "TEMPLATE", "STATUS", "BY", "ATTEMPT", "STARTED");
        runs.forEach(run -> table.row(
                Json.text(run, "id"),
                Json.text(run, "template"),
                Json.text(run, "status").toLowerCase(Locale.ROOT),
                Json.text(run, "account"),
                Json.text(run, "attempt"),
                Json.ago(Json.text(run, "startedAt"), now())));
        if (table.isEmpty()) {
            output.line("There are none.");
        } else {
            output.table(table);
        }
        return ExitCode.DONE.code();
    }
}
