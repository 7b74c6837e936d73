package dev.slipway.template.nunjucks;

import dev.slipway.template.Expression;
import dev.slipway.template.contract.TemplateOptions;
import java.util.HexFormat;
import java.util.Map;

/** As much JSON as the tests need: texts, and maps as the template language reads them. */
final class JsonLine {

    private JsonLine() {}

    @SuppressWarnings("unchecked") // a JSON object is a map with text keys
    static Map<String, Object> map(String json) {
        return (Map<String, Object>)
                Expression.parse("json", json, TemplateOptions.nunjucks()).evaluate(Map.of());
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c >= ' ' && c < 0x7F) {
                        quoted.append((char) c);
                    } else {
                        quoted.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** The text of a JSON string. */
    static String unquoted(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) HexFormat.fromHexDigits(json, i + 1, i + 5));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    /** The value of a field whose value is a text. */
    static String field(String json, String name) {
        String start = "{\"" + name + "\":";
        return unquoted(json.substring(start.length(), json.length() - 1));
    }
}
