package dev.slipway.builds.kind;

/** The sources cannot be built; the message is one line for who pushed them. */
public final class BuildFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String line;

    public BuildFailure(String line) {
        super(line);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
