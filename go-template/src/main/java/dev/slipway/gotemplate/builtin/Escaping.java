package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.format.GoPrint;
import dev.slipway.gotemplate.syntax.GoText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escaping {

    private Escaping() {}

    /** The arguments as an action would write them. */
    static String text(List<@Nullable Object> arguments, long limit) {
        if (arguments.size() == 1 && arguments.getFirst() instanceof String text) return text;
        List<Object> shown = new ArrayList<>();
        for (Object argument : arguments) shown.add(argument == null ? "<no value>" : argument);
        return GoPrint.print(shown, limit);
    }

    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 0 -> out.append('\uFFFD');
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String js(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> js(out, c));
        return out.toString();
    }

    private static void js(StringBuilder out, int c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\'' -> out.append("\\'");
            case '"' -> out.append("\\\"");
            case '<', '>', '&', '=' -> escape(out, c);
            default -> {
                if (c < ' ' || (c >= 0x80 && !GoText.isPrintable(c))) escape(out, c);
                else out.appendCodePoint(c);
            }
        }
    }

    private static void escape(StringBuilder out, int c) {
        out.append(String.format("\\u%04X", c));
    }

    static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
