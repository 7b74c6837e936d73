package dev.slipway.cli.command;

import dev.slipway.cli.client.Pauses;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code slipway template log}. */
@Command(description = "Show the log of a run.")
final class TemplateLogCommand extends ServerCommand {

    private static final Duration BETWEEN = Duration.ofMillis(400);

    @Parameters(index = "0", paramLabel = "ID", description = "the run's id")
    private String id = "";

    @Option(names = "--follow", description = "go on until the run has ended")
    private boolean follow;

    TemplateLogCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        boolean ended = !follow;
        long seen = 0;
        while (true) {
            boolean last = ended || RunWatch.ended(server.get(RunWatch.path(id)));
            seen = show(server, output, seen, all);
            if (last || Thread.currentThread().isInterrupted()) {
                output.result(all);
                return ExitCode.DONE.code();
            }
            Pauses.pause(BETWEEN);
        }
    }

    /** All there is by now; returns the number of the last line. */
    private long show(ServerClient server, Output output, long after, ArrayNode all) {
        long seen = after;
        JsonNode lines;
        do {
            lines = server.get(RunWatch.path(id) + "/log?after=" + seen);
            for (JsonNode line : lines) {
                String step = Json.text(line, "step");
                output.line((step.isEmpty() ? "" : step + ": ") + Json.text(line, "text"));
                seen = line.path("number").asLong();
                all.add(line);
            }
        } while (!lines.isEmpty());
        return seen;
    }
}
