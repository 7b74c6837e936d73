package dev.slipway.gotemplate;

/** Thrown by a function: becomes a {@link TemplateException} "error calling NAME: MESSAGE" with the place in the template. */
public final class FunctionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FunctionException(String message) {
        super(message);
    }

    public FunctionException(String message, Throwable cause) {
        super(message, cause);
    }
}
