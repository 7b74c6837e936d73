package dev.slipway.entities;

import java.util.regex.Pattern;

/**
 * Paths by glob: {@code *} and {@code ?} stay within a directory, <code>**&#47;</code> stands for any directories, none too, and
 * <code>{a,b}</code> for either.
 */
public final class PathPattern {

    private final Pattern regex;

    public PathPattern(String glob) {
        StringBuilder text = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                text.append("(?:[^/]+/)*");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                text.append(".*");
                i++;
            } else if (character == '{' && glob.indexOf('}', i) > 0) {
                text.append("(?:");
                braces++;
            } else if (character == '}' && braces > 0) {
                text.append(')');
                braces--;
            } else {
                text.append(
                        switch (character) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            case ',' -> braces > 0 ? "|" : ",";
                            default -> Pattern.quote(String.valueOf(character));
                        });
            }
        }
        regex = Pattern.compile(text.toString());
    }

    public boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
