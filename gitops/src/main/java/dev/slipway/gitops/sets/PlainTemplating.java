package dev.slipway.gitops.sets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The older form: <code>{{name}}</code> is a parameter's value, and stays where there is none. */
final class PlainTemplating implements Templating {

    @Override
    public boolean nested() {
        return false;
    }

    @Override
    public String fill(String text, Map<String, @Nullable Object> parameters) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open + 2);
            if (close < 0) {
                break;
            }
            String tag = text.substring(open + 2, close);
            Object value = parameters.get(tag.strip());
            filled.append(text, at, open).append(value instanceof String known ? known : "{{" + tag + "}}");
            at = close + 2;
        }
        return filled.append(text.substring(at)).toString();
    }
}
