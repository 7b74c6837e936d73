package dev.slipway.gitops.secrets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text as a shell does: words, and where commands begin and end. What is hard to tell, as quotes within quotes, is taken for
 * part of the command before. Reads a text once, whatever it holds.
 */
final class ShellWords {

    /** What a shell finds. */
    sealed interface Token {

        /** @param bare without its quotes */
        record Word(String text, String bare, int from) implements Token {}

        /** A command begins within another one: in brackets, in backticks, in what {@code sh -c} runs. */
        record Opened() implements Token {}

        /** The command around goes on. */
        record Closed() implements Token {}

        /** What {@code sh -c} runs is at its end. */
        record ScriptEnd() implements Token {}

        record CommandEnd() implements Token {}

        /** @param quoted whether a quote is open, so that the command may go on; it may as well have been an apostrophe */
        record LineEnd(boolean quoted) implements Token {}

        record TextEnd() implements Token {}
    }

    /** What a shell puts there, and nothing beside it. */
    static final Pattern REFERENCE = Pattern.compile("\\$(?:[A-Za-z_]\\w*+|\\{[A-Za-z_]\\w*+}|\\([A-Za-z_]\\w*+\\))");

    private static final Pattern SCRIPT = Pattern.compile("-[a-z]*c");
    private static final Pattern QUOTES = Pattern.compile("[\"'\\\\]");
    private static final String SEPARATORS = "|;&()`";
    private static final char NONE = 0;
    private static final char ESCAPED = '\\';

    private final String text;
    private int at;
    private char quote = NONE;

    /** The quote around what {@code sh -c} runs. */
    private char script = NONE;

    private String last = "";
    private int depth;
    private boolean ticks;

    ShellWords(String text) {
        this.text = text;
    }

    Token next() {
        skipBlanks();
        if (at == text.length()) {
            return new Token.TextEnd();
        }
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            return endLine();
        }
        if (endsScript(c)) {
            at++;
            script = NONE;
            return new Token.ScriptEnd();
        }
        if (isSeparator(c)) {
            at++;
            last = "";
            return separator(c);
        }
        if (startsScript(c)) {
            at++;
            last = "";
            script = c;
            return new Token.Opened();
        }
        return word();
    }

    /**
     * Goes on behind the line that this place is in; behind the next one's start where a backslash joins the two.
     *
     * @return the line's end
     */
    int skipLine(int from) {
        int newline = text.indexOf('\n', from);
        int end = newline < 0 ? text.length() : newline;
        boolean goesOn =
                newline >= 0 && text.substring(from, end).stripTrailing().endsWith("\\");
        at = goesOn ? end + 1 : end;
        quote = NONE;
        script = NONE;
        last = "";
        return end;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            int continued = afterContinuation();
            boolean blank = Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n';
            if (continued == at && !blank) {
                return;
            }
            at = Math.max(continued, at + 1);
        }
    }

    private Token word() {
        int from = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '$') {
                Matcher reference = REFERENCE.matcher(text).region(at, text.length());
                at = reference.lookingAt() ? reference.end() : at + 1;
            } else if (c == '\\' && quote != '\'') {
                escaped();
            } else {
                quote = c == quote ? NONE : quote == NONE && (c == '"' || c == '\'') ? c : quote;
                at++;
            }
        }
        String word = text.substring(from, at);
        last = QUOTES.matcher(word).replaceAll("");
        return new Token.Word(word, last, from);
    }

    /** Within {@code sh -c "…"}, an escaped quote is one. */
    private void escaped() {
        if (script == '"' && text.startsWith("\\\"", at)) {
            quote = quote == NONE ? ESCAPED : quote == ESCAPED ? NONE : quote;
        }
        at = Math.min(at + 2, text.length());
    }

    /** What stands in brackets or backticks belongs to the command around it, which goes on behind them. */
    private Token separator(char c) {
        boolean bracket = c == '(' || c == ')' || c == '`';
        depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
        ticks = (c == '`') != ticks;
        if (!bracket && depth == 0 && !ticks) {
            return new Token.CommandEnd();
        }
        return c == ')' || (c == '`' && !ticks) ? new Token.Closed() : new Token.Opened();
    }

    private Token endLine() {
        boolean quoted = quote != NONE;
        quote = NONE;
        depth = 0;
        ticks = false;
        last = "";
        return new Token.LineEnd(quoted);
    }

    private boolean endsWord(char c) {
        return Character.isWhitespace(c) || isSeparator(c) || endsScript(c) || afterContinuation() > at;
    }

    private boolean isSeparator(char c) {
        return quote == NONE && SEPARATORS.indexOf(c) >= 0 && !isRedirection(c);
    }

    /** {@code 2>&1} and {@code &>file}. */
    private boolean isRedirection(char c) {
        return (c == '&' || c == '|') && ((at > 0 && text.charAt(at - 1) == '>') || text.startsWith("&>", at));
    }

    private boolean startsScript(char c) {
        return (c == '"' || c == '\'')
                && quote == NONE
                && script == NONE
                && SCRIPT.matcher(last).matches();
    }

    private boolean endsScript(char c) {
        return c == script && quote == NONE && script != NONE;
    }

    /** Behind a line's end that does not end the command; where the reader is when there is none. */
    private int afterContinuation() {
        if (text.startsWith("\\\n", at)) {
            return at + 2;
        }
        return text.startsWith("\\\r\n", at) ? at + 3 : at;
    }
}
