package dev.slipway.gitops.secrets;

import dev.slipway.gitops.secrets.ShellWords.Token;
import java.util.Set;

/** Tells word by word of commands whether it is a password because of {@code -p} or {@code -a}, from what the program is. */
final class CommandFlags {

    private static final Set<String> BEFORE_PROGRAMS = Set.of("-", "!", "{", "if", "then", "else", "while", "do");
    private static final String UNKNOWN = "?";

    private String program = "";
    private String last = "";
    private boolean password;
    private boolean passwordByHost;
    private boolean redis;

    /** Where in the word a secret begins; negative when there is none. */
    int next(Token.Word word) {
        int secret = secretFrom(word.text(), word.bare());
        if (secret >= 0) {
            last = "";
            return secret;
        }
        if (program.isEmpty() && !BEFORE_PROGRAMS.contains(word.text())) {
            program = word.text();
        }
        passwordByHost |= Programs.takePassword(word.text());
        if (!Programs.isBeforeHost(last)) {
            password |= Programs.takePassword(word.text());
            redis |= Programs.areOfRedis(word.text());
        }
        last = word.bare();
        return secret;
    }

    /** One begins, which may be part of another. */
    void begin() {
        program = "";
        last = "";
    }

    /** Behind a part of it that is a command of its own. */
    void goOn() {
        program = UNKNOWN;
        last = "";
    }

    /** Behind what {@code sh -c} runs. */
    void endScript() {
        program = UNKNOWN;
    }

    void end() {
        begin();
        password = false;
        passwordByHost = false;
        redis = false;
    }

    /** @param quoted whether the command may go on */
    void endLine(boolean quoted) {
        boolean mayTakePassword = quoted && (password || passwordByHost);
        boolean mayBeRedis = quoted && redis;
        end();
        password = mayTakePassword;
        passwordByHost = mayTakePassword;
        redis = mayBeRedis;
    }

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
        return ShellWords.REFERENCE
                .matcher(quoted ? word.substring(1, word.length() - 1) : word)
                .matches();
    }
}
