package dev.slipway.gitops.secrets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that goes on in the next line: in quotes or brackets that are open, or behind a backslash. */
final class OpenValue {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'");

    /** What ends it; empty where brackets or backslashes tell. */
    private final String end;

    private int depth;

    private OpenValue(String end, int depth) {
        this.end = end;
        this.depth = depth;
    }

    /** Null where the value is whole. */
    static @Nullable OpenValue in(String value) {
        for (String quote : new String[] {"\"\"\"", "'''", "\"", "'"}) {
            if (value.startsWith(quote)) {
                return value.indexOf(quote, quote.length()) < 0 ? new OpenValue(quote, 0) : null;
            }
        }
        if (value.startsWith("[") || value.startsWith("{")) {
            int depth = depth(value);
            return depth > 0 ? new OpenValue("", depth) : null;
        }
        return isContinued(value) ? new OpenValue("", 0) : null;
    }

    /** A backslash of its own joins lines of a command, of which the secret is the first thing; one at a value's end is part of it. */
    private static boolean isContinued(String value) {
        return value.equals("\\") || (value.endsWith("\\") && !value.endsWith(" \\") && !value.endsWith("\\\\"));
    }

    /** Whether more follows the line that comes next. */
    boolean goesOnBehind(String line) {
        if (!end.isEmpty()) {
            return !line.contains(end);
        }
        boolean bracketed = depth > 0;
        depth += depth(line);
        return bracketed ? depth > 0 : isContinued(line.strip());
    }

    private static int depth(String line) {
        int depth = 0;
        for (char c : QUOTED.matcher(line).replaceAll("").toCharArray()) {
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        }
        return depth;
    }
}
