package dev.slipway.cli.client;

import java.util.List;

/** The server refused a request, or could not be reached. */
public final class ServerProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> problems;

    /**
     * @param status of HTTP; 0 when no server answered
     * @param problems one line each: where, what, expected, next
     */
    public ServerProblem(int status, List<String> problems) {
        super(String.join("\n", problems));
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    public int status() {
        return status;
    }

    public List<String> problems() {
        return problems;
    }
}
