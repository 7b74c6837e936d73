package dev.slipway.template.nunjucks;

import dev.slipway.template.contract.TemplateOptions;
import java.util.List;

/**
 * A template with a context.
 *
 * @param context as JSON
 * @param options of {@code trimBlocks}, {@code lstripBlocks}, {@code dollar} (Backstage's delimiters)
 */
record Case(String template, String context, List<String> options) {

    TemplateOptions templateOptions() {
        TemplateOptions base = options.contains("dollar") ? TemplateOptions.backstage() : TemplateOptions.nunjucks();
        return base.withWhitespace(options.contains("trimBlocks"), options.contains("lstripBlocks"));
    }

    String json() {
        String quoted = options.stream().map(JsonLine::quoted).toList().toString();
        return "{\"template\":" + JsonLine.quoted(template) + ",\"context\":" + context + ",\"options\":" + quoted
                + "}";
    }
}
