package dev.slipway.helm.sprig;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.slipway.gotemplate.Call;
import java.util.ArrayList;
import java.util.List;

/** A replacement as Go expands it: {@code $1}, {@code ${name}}, {@code $$}; what is no group is nothing. Read once for all matches. */
final class RegexTemplate {

    private static final int MOST_DIGITS = 8;

    private final Pattern pattern;
    private final String template;
    private final List<Part> parts = new ArrayList<>();

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Group(int index) implements Part {}

    RegexTemplate(Pattern pattern, String template) {
        this.pattern = pattern;
        this.template = template;
        read();
    }

    /** @param text that the matcher matches */
    void expand(Call call, String text, Matcher matcher, StringBuilder out) {
        for (Part part : parts) {
            switch (part) {
                case Text(String literal) -> out.append(literal);
                case Group(int index) -> {
                    int start = matcher.start(index);
                    if (start >= 0) {
                        int end = matcher.end(index);
                        call.checkRoom((long) out.length() + end - start);
                        out.append(text, start, end);
                    }
                }
            }
        }
    }

    private void read() {
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == template.length()) {
                parts.add(new Text(template.substring(at)));
                return;
            }
            parts.add(new Text(template.substring(at, dollar)));
            at = group(dollar + 1);
        }
    }

    private int group(int start) {
        if (template.charAt(start) == '$') {
            parts.add(new Text("$"));
            return start + 1;
        }
        boolean braces = template.charAt(start) == '{';
        int from = braces ? start + 1 : start;
        int end = from;
        while (end < template.length() && isName(template.charAt(end))) {
            end++;
        }
        if (end == from || (braces && (end == template.length() || template.charAt(end) != '}'))) {
            parts.add(new Text("$"));
            return start;
        }
        add(template.substring(from, end));
        return braces ? end + 1 : end;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void add(String name) {
        Integer index = pattern.namedGroups().get(name);
        if (index == null && name.length() <= MOST_DIGITS && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            index = Integer.valueOf(name);
        }
        if (index != null && index <= pattern.groupCount()) {
            parts.add(new Group(index));
        }
    }
}
