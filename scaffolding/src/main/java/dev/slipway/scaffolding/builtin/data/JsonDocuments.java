package dev.slipway.scaffolding.builtin.data;

import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** JSON as JavaScript reads and writes it. */
public final class JsonDocuments {

    private static final int LARGEST = 16 << 20;
    private static final Template WRITTEN =
            Template.parse("JSON", "${{ value | dump(space) }}", TemplateOptions.backstage());

    private JsonDocuments() {}

    /** The value of a text; an ActionException that names file, line and column if it is not JSON. */
    public static @Nullable Object read(String file, String text) {
        if (text.length() > LARGEST) {
            throw new ActionException("\"" + file + "\" is larger than 16 MiB.");
        }
        try {
            return JsonMapper.shared().readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new ActionException(file + place(e.getLocation()) + ": Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A limit has none. */
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    /** @param space what to indent by, a text or a number of blanks; one line without it */
    static String write(@Nullable Object value, @Nullable Object space) {
        try {
            Map<String, @Nullable Object> context = new LinkedHashMap<>();
            context.put("value", value);
            context.put("space", space);
            return String.valueOf(WRITTEN.evaluate(context));
        } catch (TemplateException e) {
            throw new ActionException("The value cannot be written as JSON: " + e.reason(), e);
        }
    }
}
