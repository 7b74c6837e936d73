package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.small;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions, in RE2's language and in linear time. */
final class RegexFunctions {

    private RegexFunctions() {}

    static void declare(Declarations to) {
        to.add("regexMatch", taking(STRING, STRING), a -> matchesOrFalse(text(a, 0), text(a, 1)))
                .add(
                        "mustRegexMatch",
                        taking(STRING, STRING),
                        a -> pattern(text(a, 0)).matcher(text(a, 1)).find())
                .both("regexFind", "mustRegexFind", taking(STRING, STRING), a -> found(text(a, 0), text(a, 1)))
                .bothCall(
                        "regexFindAll",
                        "mustRegexFindAll",
                        taking(STRING, STRING, INT),
                        (call, a) -> all(call, text(a, 0), text(a, 1), small(a, 2)))
                .bothCall(
                        "regexReplaceAll",
                        "mustRegexReplaceAll",
                        taking(STRING, STRING, STRING),
                        (call, a) -> replaced(call, text(a, 0), text(a, 1), text(a, 2), false))
                .bothCall(
                        "regexReplaceAllLiteral",
                        "mustRegexReplaceAllLiteral",
                        taking(STRING, STRING, STRING),
                        (call, a) -> replaced(call, text(a, 0), text(a, 1), text(a, 2), true))
                .bothCall(
                        "regexSplit",
                        "mustRegexSplit",
                        taking(STRING, STRING, INT),
                        (call, a) -> split(call, text(a, 0), text(a, 1), small(a, 2)))
                .add("regexQuoteMeta", taking(STRING), a -> quoted(text(a, 0)));
    }

    static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new FunctionException("regexp: Compile(`" + regex + "`): " + e.getMessage(), e);
        }
    }

    /** Sprig passes over what is no expression. */
    private static boolean matchesOrFalse(String regex, String text) {
        try {
            return Pattern.compile(regex).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static String found(String regex, String text) {
        Matcher matcher = pattern(regex).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static List<@Nullable Object> all(Call call, String regex, String text, int limit) {
        List<@Nullable Object> found = new ArrayList<>();
        Found matches = new Found(pattern(regex), text);
        while ((limit < 0 || found.size() < limit) && matches.next()) {
            String group = matches.matcher().group();
            call.reserve(Call.ENTRY + group.length());
            found.add(group);
        }
        return found;
    }

    private static String replaced(Call call, String regex, String text, String replacement, boolean literal) {
        Pattern pattern = pattern(regex);
        Found matches = new Found(pattern, text);
        RegexTemplate template = new RegexTemplate(pattern, literal ? "" : replacement);
        StringBuilder out = new StringBuilder();
        int written = 0;
        while (matches.next()) {
            Matcher matcher = matches.matcher();
            out.append(text, written, matcher.start());
            call.checkRoom((long) out.length() + replacement.length());
            if (literal) {
                out.append(replacement);
            } else {
                template.expand(call, text, matcher, out);
            }
            written = matcher.end();
        }
        return out.append(text, written, text.length()).toString();
    }

    private static List<@Nullable Object> split(Call call, String regex, String text, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        if (!regex.isEmpty() && text.isEmpty()) {
            parts.add("");
            return parts;
        }
        Found matches = new Found(pattern(regex), text);
        int begin = 0;
        int end = 0;
        while ((limit < 0 || parts.size() < limit - 1) && matches.next()) {
            end = matches.matcher().start();
            call.reserve(Call.ENTRY + end - begin);
            if (matches.matcher().end() != 0) {
                parts.add(text.substring(begin, end));
            }
            begin = matches.matcher().end();
        }
        if (end != text.length()) {
            call.reserve(Call.ENTRY + text.length() - begin);
            parts.add(text.substring(begin));
        }
        return parts;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append("\\.+*?()|[]{}^$".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }

    /** One match after the other; an empty one right behind a match does not count, as in Go. */
    private static final class Found {
        private final Matcher matcher;
        private int end = -1;

        Found(Pattern pattern, String text) {
            this.matcher = pattern.matcher(text);
        }

        Matcher matcher() {
            return matcher;
        }

        boolean next() {
            while (matcher.find()) {
                boolean empty = matcher.start() == matcher.end();
                if (!empty || matcher.start() != end) {
                    end = matcher.end();
                    return true;
                }
            }
            return false;
        }
    }
}
