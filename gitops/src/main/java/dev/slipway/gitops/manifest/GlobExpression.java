package dev.slipway.gitops.manifest;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Globs whose stars cross directories, as in Argo CD's {@code directory.include} and in Git's path specifications. They are
 * written by anybody: matching takes time in proportion to the path.
 */
public final class GlobExpression {

    private static final int LONGEST = 1000;

    private GlobExpression() {}

    /** Knows {@code *}, {@code ?}, <code>[a-z]</code>, <code>{a,b}</code> and the backslash. What is malformed matches nothing. */
    public static boolean matches(String glob, String text) {
        return matches(glob, text, ".");
    }

    /** The same for one part of a path: stars and question marks stop at slashes. */
    public static boolean matchesPart(String glob, String text) {
        return matches(glob, text, "[^/]");
    }

    private static boolean matches(String glob, String text, String any) {
        if (glob.length() > LONGEST) {
            return false;
        }
        try {
            return Pattern.compile(expression(glob, any), Pattern.DOTALL).matches(text);
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static String expression(String glob, String any) {
        StringBuilder expression = new StringBuilder();
        int open = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (close > 0) {
                expression.append(characters(glob.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < glob.length()) {
                expression.append(Pattern.quote(String.valueOf(glob.charAt(++i))));
            } else if (c == '{') {
                open++;
                expression.append("(?:");
            } else if (c == '}' && open > 0) {
                open--;
                expression.append(')');
            } else {
                expression.append(
                        c == '*'
                                ? any + "*"
                                : c == '?' ? any : c == ',' && open > 0 ? "|" : Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.toString();
    }

    private static String characters(String inside) {
        boolean not = inside.startsWith("!") || inside.startsWith("^");
        String plain =
                (not ? inside.substring(1) : inside).replace("\\", "\\\\").replace("[", "\\[");
        return "[" + (not ? "^" : "") + plain + "]";
    }
}
