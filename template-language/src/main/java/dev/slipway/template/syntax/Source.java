package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a template with its name; knows the line and column of each offset. */
public record Source(String name, String text) {

    private static final int LONGEST_EXCERPT = 200;

    /** A problem at an offset. */
    public TemplateException problem(int offset, String expression, String reason) {
        return problem(offset, expression, reason, List.of(), null);
    }

    public TemplateException problem(
            int offset, String expression, String reason, List<String> nearMisses, @Nullable Throwable cause) {
        int at = Math.min(offset, text.length());
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        return new TemplateException(name, line, column, expression, reason, nearMisses, cause);
    }

    /** The limits keep far from the end of an ordinary stack; this is for a caller who has used most of it already. */
    public TemplateException tooDeepForThisThread(StackOverflowError cause) {
        return problem(0, "", "The template is nested too deep for this thread's stack.", List.of(), cause);
    }

    /** The text between two offsets, shortened. */
    public String excerpt(int start, int end) {
        String excerpt = text.substring(start, Math.min(end, text.length()));
        return excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) + " …" : excerpt;
    }
}
