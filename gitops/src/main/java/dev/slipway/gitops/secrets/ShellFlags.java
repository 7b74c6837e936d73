package dev.slipway.gitops.secrets;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what follows {@code -p} and {@code -a} in texts that a shell may run, from there to the end of the line. What is hard to
 * tell, as quotes within quotes, is taken for part of the command before. Reads a text once, whatever it holds.
 */
final class ShellFlags {

    private static final Pattern ANY = Pattern.compile("[\\s\"']-[pa]");

    /** What a shell puts there, and nothing beside it. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$(?:[A-Za-z_]\\w*+|\\{[A-Za-z_]\\w*+}|\\([A-Za-z_]\\w*+\\))");

    private static final Pattern SCRIPT = Pattern.compile("-[a-z]*c");
    private static final Pattern QUOTES = Pattern.compile("[\"'\\\\]");
    private static final Set<String> BEFORE_PROGRAMS = Set.of("-", "!", "{", "if", "then", "else", "while", "do");
    private static final String SEPARATORS = "|;&()`";
    private static final String UNKNOWN = "?";
    private static final char NONE = 0;
    private static final char ESCAPED = '\\';

    private final String text;
    private final StringBuilder scrubbed = new StringBuilder();
    private int at;
    private int copied;
    private char quote = NONE;

    /** The quote around what {@code sh -c} runs. */
    private char script = NONE;

    private String program = "";
    private String last = "";
    private int depth;
    private boolean ticks;
    private boolean password;
    private boolean passwordByHost;
    private boolean redis;

    private ShellFlags(String text) {
        this.text = text;
    }

    /** The same text where there is nothing to hide. */
    static String scrub(String text) {
        return ANY.matcher(text).find() ? new ShellFlags(text).scrubbed() : text;
    }

    private String scrubbed() {
        while (at < text.length()) {
            char c = text.charAt(at);
            int continued = afterContinuation();
            if (continued > at) {
                at = continued;
            } else if (c == '\n') {
                endLine();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (endsScript(c)) {
                script = NONE;
                program = UNKNOWN;
                at++;
            } else if (isSeparator(c)) {
                separator(c);
                at++;
            } else if (startsScript(c)) {
                script = c;
                program = "";
                last = "";
                at++;
            } else {
                word();
            }
        }
        return scrubbed.append(text, copied, text.length()).toString();
    }

    private void word() {
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
        word(text.substring(from, at), from);
    }

    private void word(String word, int from) {
        String bare = QUOTES.matcher(word).replaceAll("");
        int secret = secretFrom(word, bare);
        if (secret >= 0) {
            hide(from + secret);
            last = "";
            return;
        }
        if (program.isEmpty() && !BEFORE_PROGRAMS.contains(word)) {
            program = word;
        }
        passwordByHost |= Programs.takePassword(word);
        if (!Programs.isBeforeHost(last)) {
            password |= Programs.takePassword(word);
            redis |= Programs.areOfRedis(word);
        }
        last = bare;
    }

    /** Within {@code sh -c "…"}, an escaped quote is one. */
    private void escaped() {
        if (script == '"' && text.startsWith("\\\"", at)) {
            quote = quote == NONE ? ESCAPED : quote == ESCAPED ? NONE : quote;
        }
        at = Math.min(at + 2, text.length());
    }

    /** Where in the word a secret begins; negative when there is none. */
    private int secretFrom(String word, String bare) {
        if (last.equals("-p") && !word.startsWith("-")) {
            boolean open = !password && (Programs.isHarmless(program) || Arguments.isPortOrPath(bare));
            return open || isReference(word) ? -1 : 0;
        }
        if (last.equals("-a") && redis && !word.startsWith("-")) {
            return isReference(word) ? -1 : 0;
        }
        boolean ofHost = passwordByHost && bare.length() > 2 && !Arguments.isPortOrPath(bare.substring(2));
        boolean attached = ((password || ofHost) && bare.startsWith("-p")) || (redis && bare.startsWith("-a"));
        int value = word.indexOf('-') + 2;
        return attached && bare.length() > 2 && !isReference(word.substring(value)) ? value : -1;
    }

    private static boolean isReference(String word) {
        boolean quoted = word.length() > 2 && word.startsWith("\"") && word.endsWith("\"");
        return REFERENCE
                .matcher(quoted ? word.substring(1, word.length() - 1) : word)
                .matches();
    }

    private void hide(int from) {
        scrubbed.append(text, copied, from).append(Hidden.TEXT);
        int end = text.indexOf('\n', from);
        copied = end < 0 ? text.length() : end;
        at = copied;
        quote = NONE;
        script = NONE;
        String hidden = text.substring(from, copied).stripTrailing();
        if (hidden.endsWith("\\") && at < text.length()) {
            at++;
        }
    }

    /** What stands in brackets or backticks belongs to the command around it, which goes on behind them. */
    private void separator(char c) {
        boolean bracket = c == '(' || c == ')' || c == '`';
        depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
        ticks = (c == '`') != ticks;
        boolean behind = c == ')' || (c == '`' && !ticks);
        if (!bracket && depth == 0 && !ticks) {
            endCommand();
        }
        program = behind ? UNKNOWN : "";
        last = "";
    }

    /** Where a quote is open, the command may go on; that quote may as well have been an apostrophe. */
    private void endLine() {
        boolean open = quote != NONE;
        boolean mayTakePassword = open && (password || passwordByHost);
        boolean mayBeRedis = open && redis;
        endCommand();
        password = mayTakePassword;
        passwordByHost = mayTakePassword;
        redis = mayBeRedis;
        quote = NONE;
        depth = 0;
        ticks = false;
        at++;
    }

    private void endCommand() {
        program = "";
        last = "";
        password = false;
        passwordByHost = false;
        redis = false;
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
