package dev.slipway.template.syntax;

import java.util.ArrayList;
import java.util.List;

/** Cuts the inside of one tag into tokens. */
final class Tokenizer {

    /**
     * @param tokens ends with one of kind END
     * @param end the offset behind the closing delimiter
     * @param trimsAfter whether the closing delimiter has a {@code -}
     */
    record Result(List<Token> tokens, int end, boolean trimsAfter) {}

    private static final List<String> OPERATORS = List.of(
            "===", "!==", "==", "!=", "<=", ">=", "//", "**", "(", ")", "[", "]", "{", "}", "%", "*", "-", "+", "~",
            "/", ",", ":", "|", ".", "<", ">", "=");

    private final Source source;
    private final String text;
    private final String close;
    private final int start;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int braces;

    private Tokenizer(Source source, int start, int at, String close) {
        this.source = source;
        this.text = source.text();
        this.start = start;
        this.at = at;
        this.close = close;
    }

    /**
     * Reads up to the closing delimiter; with an empty one, up to the end of the text.
     *
     * @param start where the tag begins, for messages
     * @param inside where its inside begins
     */
    static Result tokenize(Source source, int start, int inside, String close) {
        return new Tokenizer(source, start, inside, close).run();
    }

    private Result run() {
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                if (close.isEmpty()) {
                    return result(0, false);
                }
                throw source.problem(start, source.excerpt(start, start + 60), "\"" + close + "\" is missing.");
            }
            if (!close.isEmpty() && braces == 0) {
                if (text.startsWith("-" + close, at)) {
                    return result(close.length() + 1, true);
                }
                if (text.startsWith(close, at)) {
                    return result(close.length(), false);
                }
            }
            tokens.add(next());
        }
    }

    private Result result(int length, boolean trims) {
        tokens.add(new Token(Token.Kind.END, "", at));
        return new Result(List.copyOf(tokens), at + length, trims);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c == 'r' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
            return regex();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (Character.isLetter(c) || c == '_' || c == '$') {
            return name();
        }
        return operator();
    }

    private Token string(char quote) {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' && at < text.length() ? escaped(text.charAt(at++)) : c);
        }
        if (at++ >= text.length()) {
            throw source.problem(from, source.excerpt(from, from + 40), "The text that begins here is not closed.");
        }
        return new Token(Token.Kind.STRING, value.toString(), from);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private Token regex() {
        int from = at;
        at += 2;
        StringBuilder pattern = new StringBuilder();
        while (at < text.length() && (text.charAt(at) != '/' || text.charAt(at - 1) == '\\')) {
            pattern.append(text.charAt(at++));
        }
        if (at++ >= text.length()) {
            throw source.problem(
                    from, source.excerpt(from, from + 40), "The regular expression that begins here is not closed.");
        }
        int flags = at;
        while (at < text.length() && "gimy".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new Token(Token.Kind.REGEX, pattern.toString(), text.substring(flags, at), from);
    }

    private Token number() {
        int from = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        return new Token(Token.Kind.NUMBER, text.substring(from, at), from);
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private Token name() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(from, at), from);
    }

    private Token operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                braces += operator.equals("{") ? 1 : operator.equals("}") ? -1 : 0;
                at += operator.length();
                return new Token(Token.Kind.OPERATOR, operator, at - operator.length());
            }
        }
        throw source.problem(
                at,
                source.excerpt(start, Math.min(at + 20, text.length())),
                "\"" + text.charAt(at) + "\" was not expected here." + instead(text.charAt(at)));
    }

    /** What people who know other languages are looking for. */
    private static String instead(char c) {
        return switch (c) {
            case '&' -> " Write \"and\".";
            case '!' -> " Write \"not\".";
            case '?' -> " Write \"a if condition else b\".";
            default -> "";
        };
    }
}
