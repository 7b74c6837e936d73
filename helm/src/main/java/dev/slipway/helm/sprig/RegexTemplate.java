package dev.slipway.helm.sprig;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.slipway.gotemplate.Call;
import java.util.Map;

/** Replacements as Go expands them: {@code $1}, {@code ${name}}, {@code $$}; what is no group is nothing. */
final class RegexTemplate {

    private RegexTemplate() {}

    static void expand(Call call, String template, Matcher matcher, StringBuilder out) {
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == template.length()) {
                out.append(template, at, template.length());
                return;
            }
            out.append(template, at, dollar);
            at = group(call, template, dollar + 1, matcher, out);
        }
    }

    private static int group(Call call, String template, int start, Matcher matcher, StringBuilder out) {
        if (template.charAt(start) == '$') {
            out.append('$');
            return start + 1;
        }
        boolean braces = template.charAt(start) == '{';
        int from = braces ? start + 1 : start;
        int end = from;
        while (end < template.length() && isName(template.charAt(end))) {
            end++;
        }
        if (end == from || (braces && (end == template.length() || template.charAt(end) != '}'))) {
            out.append('$');
            return start;
        }
        append(call, template.substring(from, end), matcher, out);
        return braces ? end + 1 : end;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static void append(Call call, String name, Matcher matcher, StringBuilder out) {
        Pattern pattern = matcher.pattern();
        Map<String, Integer> names = pattern.namedGroups();
        Integer index = names.get(name);
        if (index == null && name.matches("[0-9]{1,8}")) {
            index = Integer.valueOf(name);
        }
        if (index != null && index <= matcher.groupCount() && matcher.group(index) != null) {
            call.checkRoom((long) out.length() + matcher.end(index) - matcher.start(index));
            out.append(matcher.group(index));
        }
    }
}
