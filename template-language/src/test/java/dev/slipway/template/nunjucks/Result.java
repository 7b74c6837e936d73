package dev.slipway.template.nunjucks;

import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateException;
import java.util.Map;

/** What a template came to: a text, or an error with a message. */
record Result(boolean isError, String text) {

    private static final String ERROR = "error: ";

    /** What this library makes of a case. */
    static Result ours(Case each) {
        try {
            Map<String, Object> context = JsonLine.map(each.context());
            return new Result(
                    false,
                    Template.parse("case", each.template(), each.templateOptions())
                            .render(context));
        } catch (TemplateException e) {
            return new Result(true, e.getMessage());
        }
    }

    /** As it stands in a file; a text that would not survive on one line is quoted. */
    String written() {
        if (isError) {
            return ERROR + text;
        }
        boolean plain = !text.isEmpty()
                && text.equals(text.strip())
                && !text.startsWith("\"")
                && !text.startsWith(ERROR)
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? text : JsonLine.quoted(text);
    }

    static Result read(String written) {
        if (written.startsWith(ERROR)) {
            return new Result(true, written.substring(ERROR.length()));
        }
        return new Result(false, written.startsWith("\"") ? JsonLine.unquoted(written) : written);
    }

    /** Whether both are errors, whatever they say, or the same text. */
    boolean agreesWith(Result other) {
        return isError == other.isError && (isError || text.equals(other.text));
    }
}
