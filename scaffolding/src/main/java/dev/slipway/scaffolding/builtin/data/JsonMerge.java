package dev.slipway.scaffolding.builtin.data;

import dev.slipway.scaffolding.action.ActionContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Merges into a JSON file, which is made where it is missing. */
final class JsonMerge {

    private static final Pattern FIRST_INDENTATION = Pattern.compile("\\n([ \\t]+)\\S");
    private static final String TWO_BLANKS = "  ";

    private JsonMerge() {}

    static String of(ActionContext context, String path) {
        String text = context.workspace().text(path).orElse("{}");
        Object given = context.input().get("content");
        Object content = given instanceof String json ? JsonDocuments.read("content", json) : given;
        @Nullable
        Object merged = new Merging(context.flag("mergeArrays")).merged(JsonDocuments.read(path, text), content);
        return JsonDocuments.write(
                merged == null ? Map.of() : merged, context.flag("matchFileIndent") ? indentation(text) : TWO_BLANKS);
    }

    private static String indentation(String text) {
        Matcher indentation = FIRST_INDENTATION.matcher(text);
        return indentation.find() ? indentation.group(1) : TWO_BLANKS;
    }
}
