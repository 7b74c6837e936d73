package dev.slipway.changes.write;

/** Where a test kills the writer: right before or after one of its steps outside of the database. */
enum Moment {
    BEFORE_PUSH("push", false),
    PUSHED("push", true),
    BEFORE_OPENING("open", false),
    OPENED("open", true),
    MERGED("merge", true);

    private final String method;
    private final boolean after;

    Moment(String method, boolean after) {
        this.method = method;
        this.after = after;
    }

    boolean is(String name, boolean isAfter) {
        return method.equals(name) && after == isAfter;
    }
}
