package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The server refused a request, or could not be reached. */
public final class ServerProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<CliProblem> details;

    /** @param status of HTTP; 0 when no server answered */
    public ServerProblem(int status, List<CliProblem> details) {
        super(details.stream().map(CliProblem::toString).collect(Collectors.joining("\n")));
        this.status = status;
        this.details = List.copyOf(details);
    }

    public int status() {
        return status;
    }

    public List<CliProblem> details() {
        return details;
    }

    /** One line each: where, what, expected, next. */
    public List<String> problems() {
        return details.stream().map(CliProblem::toString).toList();
    }
}
