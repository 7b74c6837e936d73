package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway doctor}. */
@Command(name = "doctor", description = "Look at every part of an installation, and say what is wrong and what to do.")
public final class DoctorCommand extends ServerCommand {

    @Option(names = "--all", description = "also what is well")
    private boolean all;

    public DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode findings = findings(server, output);
        output.result(findings);
        int problems = count(findings, "PROBLEM");
        int warnings = count(findings, "WARNING");
        findings.forEach(finding -> show(finding, output));
        output.line(findings.size() + " findings: " + problems + " problems, " + warnings + " warnings.");
        return (problems == 0 ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    /** A server that does not answer is looked at from outside, if it is on this machine. */
    private JsonNode findings(ServerClient server, Output output) {
        try {
            return server.get(API + "/checkup");
        } catch (ServerProblem problem) {
            if (problem.status() == 0 && server.address().isLocal()) {
                new SilentServer(surroundings().data()).findings().forEach(output::line);
            }
            throw problem;
        }
    }

    private static int count(JsonNode findings, String severity) {
        return (int) findings.valueStream()
                .filter(each -> Json.text(each, "severity").equals(severity))
                .count();
    }

    private void show(JsonNode finding, Output output) {
        String severity = Json.text(finding, "severity");
        if (severity.equals("GOOD") && !all) {
            return;
        }
        output.line("%-8s %s: %s".formatted(severity, Json.text(finding, "subject"), Json.text(finding, "message")));
        String next = Json.text(finding, "next");
        if (!next.isBlank()) {
            output.line("         next: " + next);
        }
    }
}
