package dev.slipway.gitops.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/**
 * Passwords by the place that a program has for them on its command line, whatever they look like. What is repeated is bounded
 * or possessive: a text is read in proportion to its length.
 */
final class CommandSecrets {

    /** From a program to what it is told to do. */
    private static final String REST = "\\b[^\n|;&]{0,200}?";

    private static final String BLANK = "(?:\\\\?\\s)++";
    private static final String OPERAND = "[^\\s|;&]++";

    /** {@code $A}, {@code "${A}"} and {@code $(A)} are none. */
    private static final String NO_REFERENCE =
            "(?![\"']?\\$(?:[A-Za-z_]\\w*+|\\{[A-Za-z_]\\w*+}|\\([A-Za-z_]\\w*+\\))" + "[\"']?(?:[\\s|;&)]|$))";

    private static final String VALUE = NO_REFERENCE + "(?<value>\"[^\"\n]++\"|'[^'\n]++'|[^\\s|;&]++)";
    private static final String TO_THE_END = "(?<value>[^\n|;&]++)";
    private static final String NAME_AND_VALUE = "[\"']?[\\w.-]++=" + TO_THE_END;

    private static final String FLAGS = "(?:\\s+-\\w+){1,9}+(?:(?<=C)\\s+\\d+)?";
    private static final String FLAG_B = "(?=(?:\\s+-\\w+){0,9}\\s+-\\w*b)";
    private static final String FLAG_N = "(?:\\s+-\\w+){0,9}\\s+-\\w*n";
    private static final String CURL_USER = "\\s(?:--(?:proxy-)?user[=\\s]|-[A-Za-z]{0,12}[uU])\\s*+";
    private static final String NAME = "[^\\s:/=\"']{1,200}:";
    private static final String ECHO = "\\b(?:echo|printf)(?:\\s++-\\w++)*+\\s++";

    private static final List<Directive> ALL = List.of(
            of("rabbitmqctl", REST + "\\s(?:add_user|change_password|authenticate_user)", OPERAND, VALUE),
            of("%", "\\b(?:smbclient|rpcclient|smbget)" + REST + "\\s(?:-U|--user)[\\s=]*+[^\\s%]++%" + VALUE),
            of(
                    "-p",
                    "\\b(?:sqlcmd|bcp|osql|mosquitto_(?:pub|sub|rr)|ipmitool|zip|unzip)" + REST + "\\s-P\\s*+(?!-)"
                            + VALUE),
            of("ldap", "\\bldap(?:search|add|modify|delete|whoami|passwd|compare)" + REST + "\\s-w\\s*+(?!-)" + VALUE),
            // MinIO's client: mc alias set NAME ADDRESS KEY SECRET
            of(
                    "mc",
                    "\\bmc(?:li)?" + REST + "\\s(?:alias\\s++s(?:et)?|config\\s++host\\s++add)",
                    OPERAND,
                    OPERAND,
                    OPERAND,
                    VALUE),
            of("admin", "\\badmin\\s++user\\s++add", OPERAND, OPERAND, VALUE),
            // -n writes no file, -C is followed by a number
            of("htpasswd", "\\bhtpasswd" + FLAG_B + "(?=" + FLAG_N + ")" + FLAGS, OPERAND, VALUE),
            of("htpasswd", "\\bhtpasswd" + FLAG_B + "(?!" + FLAG_N + ")" + FLAGS, OPERAND, OPERAND, VALUE),
            of("mosquitto_passwd", "\\bmosquitto_passwd" + FLAG_B + FLAGS, OPERAND, OPERAND, VALUE),
            of(
                    "config",
                    "\\b(?:aws|npm|yarn|pnpm|git|redis-cli|valkey-cli)" + REST
                            + "\\s(?i:config(?:ure)?)(?:\\s++--[\\w-]++)*+(?:\\s++(?i:set))?+\\s++(?<name>[\\w./:@-]++)",
                    VALUE),
            of(
                    "vault",
                    "\\bvault\\s++login(?:\\s++-[^\\s=]++(?:=\\S++)?+)*+",
                    NO_REFERENCE + "(?<value>[^\\s=|;&-][^\\s=|;&]*+)(?!=)"),
            of("vault", "\\bvault\\s++kv\\s++(?:put|patch)" + REST + "\\s" + NAME_AND_VALUE),
            of("--from-literal", "\\bcreate\\s++secret" + REST + "\\s--from-literal[=\\s]" + NAME_AND_VALUE),
            of(
                    "sqlplus",
                    "\\bsqlplus" + REST + "\\s[\"']?(?![-@/])[^\\s/@]{1,200}/" + NO_REFERENCE
                            + "(?<value>[^\\s@|;&]++)"),
            of("using", "\\bconnect\\s++to\\s++\\S++\\s++user", OPERAND, "using", VALUE),
            of("openssl", "\\bopenssl" + REST + "\\s-[kK]", "(?!-)" + VALUE),
            of("influx", "\\binflux" + REST + "\\s-t", "(?!-)" + VALUE),
            of("lftp", "\\blftp" + REST + "\\s-u", "[^\\s,]++," + VALUE),
            of("curl", "\\bcurl" + REST + CURL_USER + "[\"']" + NAME + NO_REFERENCE + "(?<value>[^\"'\n]++)"),
            of("curl", "\\bcurl" + REST + CURL_USER + NAME + VALUE),
            // what is handed to a program that asks for a password
            of("stdin", ECHO + NO_REFERENCE + piped("[^\n|;&]{0,300}?\\s--(?:password-|token-)?stdin\\b")),
            of("kinit", ECHO + NO_REFERENCE + piped("kinit\\b")),
            of("sudo", ECHO + NO_REFERENCE + piped("sudo\\s(?:[^\n|;&]{0,300}?\\s)?-S\\b")),
            of("chpasswd", ECHO + "[^\n|:]{1,200}:(?!\\$[\\w{(])" + piped("(?:sudo\\s++)?chpasswd\\b")));

    private CommandSecrets() {}

    /** @param places with blanks between */
    private static Directive of(String word, String... places) {
        return Directive.of(word, String.join(BLANK, places));
    }

    /** The same text where there is nothing to hide. */
    static String scrub(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        String scrubbed = text;
        for (Directive each : ALL) {
            scrubbed = each.scrub(scrubbed, words, SecretNames::isSecret);
        }
        return scrubbed;
    }

    /** Where the secrets of a command are, each as the group {@code value}. */
    static List<MatchResult> in(String command) {
        String words = command.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .flatMap(each -> each.in(command, words, SecretNames::isSecret).stream())
                .toList();
    }

    private static String piped(String program) {
        return "(?<value>[^\n|]{0,300}[^\\s|])\\s{0,20}+\\|\\s{0,20}+" + program;
    }
}
