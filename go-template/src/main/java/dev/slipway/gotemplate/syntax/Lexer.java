package dev.slipway.gotemplate.syntax;

import dev.slipway.gotemplate.Delimiters;
import dev.slipway.gotemplate.syntax.Token.Kind;
import java.util.Map;

/** Cuts a text into tokens: a state machine in the manner of Go's, so that it stumbles where Go's does and says the same. */
final class Lexer {

    private static final int END = -1;
    private static final Map<String, Kind> KEYWORDS = Map.ofEntries(
            Map.entry("block", Kind.BLOCK),
            Map.entry("break", Kind.BREAK),
            Map.entry("continue", Kind.CONTINUE),
            Map.entry("define", Kind.DEFINE),
            Map.entry("else", Kind.ELSE),
            Map.entry("end", Kind.END),
            Map.entry("if", Kind.IF),
            Map.entry("range", Kind.RANGE),
            Map.entry("nil", Kind.NIL),
            Map.entry("template", Kind.TEMPLATE),
            Map.entry("with", Kind.WITH),
            Map.entry("true", Kind.BOOL),
            Map.entry("false", Kind.BOOL));

    private final String input;
    private final Delimiters delimiters;
    private int at;
    private int start;
    private int line = 1;
    private int startLine = 1;
    private int parentheses;
    private boolean insideAction;

    Lexer(String input, Delimiters delimiters) {
        this.input = input;
        this.delimiters = delimiters;
    }

    Token next() {
        return insideAction ? insideAction() : text();
    }

    private Token text() {
        int found = input.indexOf(delimiters.left(), at);
        if (found < 0) return lastText();
        if (found > at) {
            Token text = textBefore(found);
            if (!text.text().isEmpty()) return text;
        }
        return leftDelimiter();
    }

    private Token lastText() {
        at = input.length();
        return token(at > start ? Kind.TEXT : Kind.END_OF_TEXT);
    }

    private Token textBefore(int delimiter) {
        at = delimiter;
        if (isLeftTrim(delimiter + delimiters.left().length())) {
            while (at > start && isSpace(input.charAt(at - 1))) at--;
        }
        Token text = token(Kind.TEXT);
        at = delimiter;
        ignore();
        return text;
    }

    private Token leftDelimiter() {
        at += delimiters.left().length();
        int afterMarker = isLeftTrim(at) ? 2 : 0;
        if (input.startsWith("/*", at + afterMarker)) {
            at += afterMarker;
            ignore();
            return comment();
        }
        Token delimiter = token(Kind.LEFT_DELIMITER);
        insideAction = true;
        at += afterMarker;
        ignore();
        parentheses = 0;
        return delimiter;
    }

    private Token comment() {
        int close = input.indexOf("*/", at + 2);
        if (close < 0) return error("unclosed comment");
        at = close + 2;
        if (!atRightDelimiter()) return error("comment ends before closing delimiter");
        skipRightDelimiter();
        return text();
    }

    private Token rightDelimiter() {
        boolean trims = atTrimmingDelimiter(at);
        if (trims) {
            at += 2;
            ignore();
        }
        at += delimiters.right().length();
        Token delimiter = token(Kind.RIGHT_DELIMITER);
        if (trims) skipSpaces();
        insideAction = false;
        return delimiter;
    }

    private void skipRightDelimiter() {
        boolean trims = atTrimmingDelimiter(at);
        at += (trims ? 2 : 0) + delimiters.right().length();
        ignore();
        if (trims) skipSpaces();
    }

    private void skipSpaces() {
        while (at < input.length() && isSpace(input.charAt(at))) at++;
        ignore();
    }

    private Token insideAction() {
        if (atRightDelimiter()) return parentheses == 0 ? rightDelimiter() : error("unclosed left paren");
        int c = read();
        return switch (c) {
            case END -> error("unclosed action");
            case ' ', '\t', '\r', '\n' -> space();
            case '=' -> token(Kind.ASSIGN);
            case ':' -> read() == '=' ? token(Kind.DECLARE) : error("expected :=");
            case '|' -> token(Kind.PIPE);
            case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
            case '`' -> rawString();
            case '\'' -> quoted('\'', Kind.CHARACTER_CONSTANT, "unterminated character constant");
            case '$' -> fieldOrVariable(Kind.VARIABLE, Kind.VARIABLE);
            case '.' -> isDigit(peek()) || peek() == END ? numberFromStart() : fieldOrVariable(Kind.FIELD, Kind.DOT);
            case '(' -> leftParenthesis();
            case ')' -> rightParenthesis();
            default -> other(c);
        };
    }

    private Token other(int c) {
        if (c == '+' || c == '-' || isDigit(c)) return numberFromStart();
        if (GoText.isAlphaNumeric(c)) return identifier();
        if (c < 0x80 && GoText.isPrintable(c)) return token(Kind.CHARACTER);
        return error("unrecognized character in action: " + unicode(c));
    }

    private Token leftParenthesis() {
        parentheses++;
        return token(Kind.LEFT_PARENTHESIS);
    }

    private Token rightParenthesis() {
        parentheses--;
        return parentheses < 0 ? error("unexpected right paren") : token(Kind.RIGHT_PARENTHESIS);
    }

    /** Spaces; the last one belongs to the delimiter when that trims. */
    private Token space() {
        while (isSpace(peek())) read();
        if (atTrimmingDelimiter(at - 1)) {
            at--;
            if (at == start) return rightDelimiter();
        }
        return token(Kind.SPACE);
    }

    private Token identifier() {
        skipAlphaNumerics();
        if (!atTerminator()) return error("bad character " + unicode(peek()));
        Kind keyword = KEYWORDS.get(input.substring(start, at));
        return token(keyword == null ? Kind.IDENTIFIER : keyword);
    }

    private Token fieldOrVariable(Kind kind, Kind alone) {
        if (atTerminator()) return token(alone);
        skipAlphaNumerics();
        return atTerminator() ? token(kind) : error("bad character " + unicode(peek()));
    }

    private void skipAlphaNumerics() {
        while (GoText.isAlphaNumeric(peek())) read();
    }

    private boolean atTerminator() {
        return switch (peek()) {
            case END, ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(' -> true;
            default -> input.startsWith(delimiters.right(), at);
        };
    }

    private Token quoted(char quote, Kind kind, String unterminated) {
        while (true) {
            int c = read();
            if (c == '\\') c = read() == '\n' ? END : 0;
            if (c == END || c == '\n') return error(unterminated);
            if (c == quote) return token(kind);
        }
    }

    private Token rawString() {
        int end = input.indexOf('`', at);
        if (end < 0) return error("unterminated raw quoted string");
        at = end + 1;
        return token(Kind.RAW_STRING);
    }

    private Token numberFromStart() {
        at = start;
        if (!scanNumber()) return badNumber();
        if (peek() != '+' && peek() != '-') return token(Kind.NUMBER);
        boolean complex = scanNumber() && input.charAt(at - 1) == 'i';
        return complex ? token(Kind.COMPLEX) : badNumber();
    }

    private Token badNumber() {
        return error("bad number syntax: " + Quoting.quote(input.substring(start, at)));
    }

    private boolean scanNumber() {
        accept("+-");
        String digits = "0123456789_";
        if (accept("0")) {
            if (accept("xX")) digits = "0123456789abcdefABCDEF_";
            else if (accept("oO")) digits = "01234567_";
            else if (accept("bB")) digits = "01_";
        }
        acceptRun(digits);
        if (accept(".")) acceptRun(digits);
        if ((digits.length() == 11 && accept("eE")) || (digits.length() == 23 && accept("pP"))) {
            accept("+-");
            acceptRun("0123456789_");
        }
        accept("i");
        if (!GoText.isAlphaNumeric(peek())) return true;
        read();
        return false;
    }

    private boolean accept(String any) {
        boolean accepted = at < input.length() && any.indexOf(input.charAt(at)) >= 0;
        if (accepted) at++;
        return accepted;
    }

    private void acceptRun(String any) {
        while (accept(any)) {}
    }

    private boolean atRightDelimiter() {
        return atTrimmingDelimiter(at) || input.startsWith(delimiters.right(), at);
    }

    private boolean atTrimmingDelimiter(int index) {
        return index + 1 < input.length()
                && isSpace(input.charAt(index))
                && input.charAt(index + 1) == '-'
                && input.startsWith(delimiters.right(), index + 2);
    }

    private boolean isLeftTrim(int index) {
        return index + 1 < input.length() && input.charAt(index) == '-' && isSpace(input.charAt(index + 1));
    }

    private int peek() {
        return at < input.length() ? input.codePointAt(at) : END;
    }

    private int read() {
        int c = peek();
        if (c != END) at += Character.charCount(c);
        return c;
    }

    private Token token(Kind kind) {
        Token token = new Token(kind, start, input.substring(start, at), startLine);
        ignore();
        return token;
    }

    private void ignore() {
        for (int i = start; i < at; i++) if (input.charAt(i) == '\n') line++;
        start = at;
        startLine = line;
    }

    private Token error(String message) {
        Token error = new Token(Kind.ERROR, start, message, startLine);
        at = input.length();
        start = at;
        return error;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** As {@code %#U}; the end of the text is shown as Go shows it. */
    private static String unicode(int c) {
        if (c < 0) return "U+FFFFFFFFFFFFFFFF";
        String code = String.format("U+%04X", c);
        return GoText.isPrintable(c) ? code + " '" + Character.toString(c) + "'" : code;
    }
}
