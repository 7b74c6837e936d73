package dev.slipway.cli.output;

import dev.slipway.cli.shell.CliProblem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command writes: lines and tables for people, or one JSON document for machines.
 *
 * @param asJson whether machines read it
 */
public record Output(PrintWriter out, PrintWriter err, boolean asJson) {

    /** Written for people only. */
    public void line(String text) {
        if (!asJson) {
            out.println(Printable.text(text));
            out.flush();
        }
    }

    /** Written for people only. */
    public void table(Table table) {
        if (!asJson) {
            table.lines().forEach(out::println);
            out.flush();
        }
    }

    /** The result, written for machines only. */
    public void result(JsonNode result) {
        if (asJson) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(result));
            out.flush();
        }
    }

    /** Written to the error stream, whoever reads it. */
    public void problems(List<CliProblem> problems) {
        if (asJson) {
            err.println(JsonMapper.builder().build().writeValueAsString(Map.of("problems", problems)));
        } else {
            problems.forEach(this::problem);
        }
        err.flush();
    }

    /** Written to the error stream for people: the command goes on. */
    public void warning(String text) {
        if (!asJson) {
            err.println("warning: " + Printable.text(text));
            err.flush();
        }
    }

    private void problem(CliProblem problem) {
        err.println("error: " + (problem.where() == null ? "" : Printable.text(problem.where()) + ": ")
                + Printable.text(problem.message()));
        if (problem.expected() != null) {
            err.println("  expected: " + Printable.text(problem.expected()));
        }
        if (problem.next() != null) {
            err.println("  next: " + Printable.text(problem.next()));
        }
    }
}
