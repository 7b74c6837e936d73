package dev.slipway.cli.shell;

import java.util.List;
import java.util.stream.Collectors;

/** A command cannot go on; its problems are for who typed it. */
public final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<CliProblem> problems;

    public CliException(ExitCode exitCode, List<CliProblem> problems) {
        super(problems.stream().map(CliProblem::message).collect(Collectors.joining("\n")));
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    public CliException(ExitCode exitCode, CliProblem problem) {
        this(exitCode, List.of(problem));
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public List<CliProblem> problems() {
        return problems;
    }
}
