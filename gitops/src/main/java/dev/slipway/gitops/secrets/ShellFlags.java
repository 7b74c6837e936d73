package dev.slipway.gitops.secrets;

import dev.slipway.gitops.secrets.ShellWords.Token;
import java.util.regex.Pattern;

/** Hides what follows {@code -p} and {@code -a} in texts that a shell may run, from there to the end of the line. */
final class ShellFlags {

    private static final Pattern ANY = Pattern.compile("[\\s\"']-[pa]");

    private ShellFlags() {}

    /** The same text where there is nothing to hide. */
    static String scrub(String text) {
        return ANY.matcher(text).find() ? scrubbed(text) : text;
    }

    private static String scrubbed(String text) {
        ShellWords words = new ShellWords(text);
        CommandFlags flags = new CommandFlags();
        StringBuilder scrubbed = new StringBuilder();
        int copied = 0;
        for (Token token = words.next(); !(token instanceof Token.TextEnd); token = words.next()) {
            int secret = secretFrom(token, flags);
            if (secret >= 0) {
                scrubbed.append(text, copied, secret).append(Hidden.TEXT);
                copied = words.skipLine(secret);
            }
        }
        return scrubbed.append(text, copied, text.length()).toString();
    }

    /** Where in the text a secret begins; negative when it is not here. */
    private static int secretFrom(Token token, CommandFlags flags) {
        switch (token) {
            case Token.Word word -> {
                int inside = flags.next(word);
                return inside < 0 ? inside : word.from() + inside;
            }
            case Token.Opened _ -> flags.begin();
            case Token.Closed _ -> flags.goOn();
            case Token.ScriptEnd _ -> flags.endScript();
            case Token.CommandEnd _ -> flags.end();
            case Token.LineEnd line -> flags.endLine(line.quoted());
            case Token.TextEnd _ -> {}
        }
        return -1;
    }
}
