package dev.slipway.gotemplate.go;

import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.TemplateException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a case: a text, or an error's message. */
record Result(boolean isError, String text) {

    private static final String TEXT = "→ ";
    private static final String ERROR = "✗ ";

    static Result ours(Case each) {
        try {
            GoTemplates templates = GoTemplates.parse(Map.of("t", each.template()), Samples.functions());
            return new Result(
                    false,
                    templates.execute("t", data(each.data()), Options.usual().withMissingKey(each.missingKey())));
        } catch (TemplateException e) {
            return new Result(true, String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked") // a JSON object is a map with text keys
    private static @Nullable Object data(String json) {
        Object data = Json.parse(json);
        if (!(data instanceof Map)) return data;
        Map<String, @Nullable Object> all = new HashMap<>((Map<String, @Nullable Object>) data);
        all.putAll(Samples.objects());
        return all;
    }

    String written() {
        boolean plain = !text.startsWith("\"") && text.chars().allMatch(c -> c >= ' ' && c != 0x7F && c < 0xD800);
        return (isError ? ERROR : TEXT) + (plain ? text : Json.quoted(text));
    }

    static boolean isWritten(String line) {
        return line.startsWith(TEXT.strip()) || line.startsWith(ERROR.strip());
    }
}
