package dev.slipway.template.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template cannot be read or rendered: where, in which expression, why, and what may have been meant. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String expression;
    private final String reason;
    private final transient List<String> nearMisses;

    public TemplateException(
            String file,
            int line,
            int column,
            String expression,
            String reason,
            List<String> nearMisses,
            @Nullable Throwable cause) {
        super(message(file, line, column, expression, reason, nearMisses), cause);
        this.file = file;
        this.line = line;
        this.column = column;
        this.expression = expression;
        this.reason = reason;
        this.nearMisses = List.copyOf(nearMisses);
    }

    private static String message(
            String file, int line, int column, String expression, String reason, List<String> nearMisses) {
        String where = file + ":" + line + ":" + column + ": ";
        String in = expression.isEmpty() ? "" : " In: " + expression;
        String meant = nearMisses.isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", nearMisses) + "\"?";
        return where + reason + meant + in;
    }

    /** The name that the template was parsed under. */
    public String file() {
        return file;
    }

    /** From 1, in the template's text. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    /** The tag or expression as written, or empty. */
    public String expression() {
        return expression;
    }

    /** What is wrong, as a sentence without the place. */
    public String reason() {
        return reason;
    }

    /** Known names that look like the unknown one. */
    public List<String> nearMisses() {
        return nearMisses == null ? List.of() : nearMisses;
    }
}
