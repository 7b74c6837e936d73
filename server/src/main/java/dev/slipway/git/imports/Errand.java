package dev.slipway.git.imports;

/** What somebody else's repository is fetched for: what to do about a failure is another thing each time. */
enum Errand {
    IMPORT(
            "an import",
            "From a checkout of yours it can be brought with: slipway onboard DIRECTORY.",
            "From a checkout of yours it can be brought with: slipway onboard DIRECTORY."),
    MIRROR(
            "a mirror",
            "Or keep what Applications need of it in a repository of this platform.",
            "Name the secret that opens it beside its address in platform.yaml (git.mirrors).");

    private final String noun;
    private final String otherwise;
    private final String whenClosed;

    Errand(String noun, String otherwise, String whenClosed) {
        this.noun = noun;
        this.otherwise = otherwise;
        this.whenClosed = whenClosed;
    }

    /** With its article. */
    String noun() {
        return noun;
    }

    /** The way without fetching. */
    String otherwise() {
        return otherwise;
    }

    /** What opens a repository that is not open to everybody. */
    String whenClosed() {
        return whenClosed;
    }
}
