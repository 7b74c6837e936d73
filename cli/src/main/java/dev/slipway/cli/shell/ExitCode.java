package dev.slipway.cli.shell;

/** How a command ended, for scripts. */
public enum ExitCode {
    DONE(0, "done"),
    UNEXPECTED(1, "something unexpected went wrong"),
    USAGE(2, "the command line is not right"),
    REFUSED(3, "the input is not right, or a rule of the platform refuses it"),
    FORBIDDEN(4, "not signed in, or not allowed"),
    NOT_FOUND(5, "there is no such thing"),
    CONFLICT(6, "not possible in the present state"),
    UNREACHABLE(7, "Slipway does not answer"),
    FAILED(8, "what the command did, waited for, or asked about, did not succeed"),
    TIMED_OUT(9, "what --wait waited for took longer than --timeout");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The code for an answer with this HTTP status; 0 stands for no answer. */
    public static ExitCode ofStatus(int status) {
        return switch (status) {
            case 0 -> UNREACHABLE;
            case 400, 415, 422 -> REFUSED;
            case 401, 403 -> FORBIDDEN;
            case 404, 405 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 429, 502, 503, 504 -> UNREACHABLE;
            default -> UNEXPECTED;
        };
    }
}
