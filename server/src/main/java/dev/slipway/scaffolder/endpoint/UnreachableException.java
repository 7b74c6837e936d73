package dev.slipway.scaffolder.endpoint;

/** An endpoint gave no answer; trying again may help. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
