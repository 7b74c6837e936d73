package dev.slipway.scaffolding.action;

/** An action failed for a reason that the template's user can understand; the message is shown to them. */
public final class ActionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ActionException(String message) {
        super(message);
    }

    public ActionException(String message, Throwable cause) {
        super(message, cause);
    }
}
