package dev.slipway.gitops.sets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The older form: <code>{{name}}</code> is a parameter's value, and stays where there is none. */
final class PlainTemplating implements Templating {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w.\\[\\]-]*)\\s*}}");
    private static final Set<String> KEYWORDS = Set.of("else", "end", "break", "continue");

    @Override
    public String gap() {
        return "{{";
    }

    @Override
    public boolean nested() {
        return false;
    }

    /** What is no name, or has a function's, is meant for somebody else. */
    @Override
    public List<String> unfilled(String text, Map<String, @Nullable Object> parameters) {
        return TAG.matcher(text)
                .results()
                .map(each -> each.group(1))
                .filter(each -> !(parameters.get(each) instanceof String) && !KEYWORDS.contains(each))
                .distinct()
                .toList();
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
