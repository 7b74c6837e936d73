package dev.slipway.git.codeowners;

import java.util.regex.Pattern;

/**
 * A pattern of CODEOWNERS. As in .gitignore, with GitHub's differences: no negation, no character ranges, and {@code docs/*} means
 * the files directly in {@code docs}, not those in folders below it.
 */
public final class OwnershipPattern {

    private final String written;
    private final Pattern paths;

    private OwnershipPattern(String written, Pattern paths) {
        this.written = written;
        this.paths = paths;
    }

    /** @throws IllegalArgumentException with a sentence, when the format does not know it */
    static OwnershipPattern of(String written) {
        if (written.startsWith("!")) {
            throw new IllegalArgumentException("CODEOWNERS knows no negation (\"!\").");
        }
        if (written.contains("[") || written.contains("]")) {
            throw new IllegalArgumentException("CODEOWNERS knows no character ranges (\"[ ]\").");
        }
        if (written.contains("***") || written.contains("//")) {
            throw new IllegalArgumentException("\"" + written + "\" is not a pattern of paths.");
        }
        return new OwnershipPattern(written, Pattern.compile(expression(written)));
    }

    public boolean matches(String path) {
        return paths.matcher(path).matches();
    }

    @Override
    public String toString() {
        return written;
    }

    private static String expression(String written) {
        String pattern = written.startsWith("/") ? written.substring(1) : written;
        boolean folder = pattern.endsWith("/");
        String body = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = written.startsWith("/") || body.contains("/");
        String start = anchored ? "" : "(?:.*/)?";
        if (body.isEmpty()) {
            return ".*";
        }
        boolean directlyIn = anchored && body.endsWith("/*");
        String below = folder ? "/.+" : directlyIn ? "" : "(?:/.+)?";
        return start + translated(body) + below;
    }

    private static String translated(String body) {
        StringBuilder expression = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            if (body.startsWith("**/", at)) {
                expression.append("(?:.*/)?");
                at += 3;
            } else if (body.startsWith("**", at)) {
                expression.append(".*");
                at += 2;
            } else {
                at += character(body, at, expression);
            }
        }
        return expression.toString();
    }

    private static int character(String body, int at, StringBuilder expression) {
        char character = body.charAt(at);
        switch (character) {
            case '*' -> expression.append("[^/]*");
            case '?' -> expression.append("[^/]");
            case '\\' -> {
                if (at + 1 < body.length()) {
                    expression.append(Pattern.quote(body.substring(at + 1, at + 2)));
                    return 2;
                }
            }
            default -> expression.append(Pattern.quote(String.valueOf(character)));
        }
        return 1;
    }
}
