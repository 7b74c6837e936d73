package dev.slipway.helm.chart;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Patterns of paths. */
public final class Globs {

    private Globs() {}

    /** As Go's filepath.Match: {@code *} and {@code ?} stop at a slash. */
    static Pattern shell(String glob) {
        return compiled(glob, false);
    }

    /** As Helm's {@code .Files.Glob}: also {@code **} for any path and {@code {a,b}} for either. */
    public static Pattern extended(String glob) {
        return compiled(glob, true);
    }

    private static Pattern compiled(String glob, boolean extended) {
        try {
            return Pattern.compile(new Translation(glob, extended).regex());
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }

    /** One glob on its way to a regular expression. */
    private static final class Translation {
        private final String glob;
        private final boolean extended;
        private final StringBuilder out = new StringBuilder();
        private int braces;
        private int at;

        Translation(String glob, boolean extended) {
            this.glob = glob;
            this.extended = extended;
        }

        String regex() {
            while (at < glob.length()) {
                next(glob.charAt(at++));
            }
            return "(?s)" + out;
        }

        private void next(char c) {
            switch (c) {
                case '*' -> star();
                case '?' -> out.append("[^/]");
                case '[' -> characters();
                case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : '\\');
                case '{' -> group(c, "(?:", 1);
                case '}' -> group(c, ")", -1);
                case ',' -> group(c, "|", 0);
                default -> literal(c);
            }
        }

        private void star() {
            if (extended && at < glob.length() && glob.charAt(at) == '*') {
                at++;
                out.append(".*");
            } else {
                out.append("[^/]*");
            }
        }

        private void group(char c, String regex, int opened) {
            if (!extended || (c != '{' && braces == 0)) {
                literal(c);
            } else {
                braces += opened;
                out.append(regex);
            }
        }

        private void characters() {
            int end = glob.indexOf(']', at + 1);
            if (end < 0) {
                literal('[');
                return;
            }
            String inside = glob.substring(at, end);
            boolean negated = inside.startsWith("^") || inside.startsWith("!");
            out.append(negated ? "[^" : "[")
                    .append((negated ? inside.substring(1) : inside).replace("[", "\\["))
                    .append(']');
            at = end + 1;
        }

        private void literal(char c) {
            out.append(Pattern.quote(String.valueOf(c)));
        }
    }
}
