package dev.slipway.gitops.routes.rule;

/**
 * One thing that has to hold for a match.
 *
 * @param pointer where it stands
 * @param without whether it must not hold
 */
record Condition(String pointer, Subject subject, TextMatch text, boolean without) {

    boolean holds(Request request) {
        String value = subject.value().apply(request);
        return (value != null && text.holds(value)) != without;
    }

    /** Why it does not hold, for example {@code path "/app" is not prefix "/api"}. */
    String failure(Request request) {
        String value = subject.value().apply(request);
        if (value == null) {
            return "there is no " + subject.words();
        }
        return subject.words() + " \"" + value + "\" " + (without ? "must not match " : "does not match ") + text;
    }
}
