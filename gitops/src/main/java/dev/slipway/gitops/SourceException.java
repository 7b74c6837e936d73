package dev.slipway.gitops;

/** A source is not there although it was a moment ago. Not remembered: it may be there the next time. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String next;

    public SourceException(String message, Throwable cause) {
        this(message, "", cause);
    }

    /** @param next as of {@link Sources.Answer.Missing} */
    public SourceException(String message, String next, Throwable cause) {
        super(message, cause);
        this.next = next;
    }

    /** What an answer would have said. */
    public Sources.Answer.Missing missing() {
        return new Sources.Answer.Missing(String.valueOf(getMessage()), next);
    }
}
