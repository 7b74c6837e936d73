package dev.slipway.kernel;

/** A text is not the identifier that it was taken for; the message quotes it and says what was expected. */
public final class InvalidNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidNameException(String message) {
        super(message);
    }
}
