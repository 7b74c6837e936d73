package dev.slipway.gitops.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides passwords where only blanks stand before them: in the configuration of servers, in SQL, behind commands. */
final class Directives {

    /**
     * What may stand before a password.
     *
     * @param word without which, in small letters, no text has one
     * @param pattern with the group {@code value}; with the group {@code name} it counts where that is a secret's
     */
    private record Directive(String word, Pattern pattern) {

        static Directive of(String word, String pattern) {
            return new Directive(word, Pattern.compile(pattern));
        }
    }

    private static final List<Directive> ALL = List.of(
            // CREATE USER … WITH PASSWORD '…', … IDENTIFIED BY '…'
            Directive.of("password", "(?i)\\bpassword\\s+(?<value>'[^'\n]+'|\"[^\"\n]+\")"),
            Directive.of(
                    "identified",
                    "(?i)\\bidentified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)(?:\\s+password)?\\s+(?<value>'[^'\n]+'|\"[^\"\n]+\")"),
            // Redis: requirepass …; LDAP: bindpw …; a path, a switch or a number is none
            Directive.of(
                    "",
                    "(?m)^[ \t]*(?<name>[a-z][\\w-]*)[ \t]+"
                            + "(?<value>(?!(?:yes|no|on|off|true|false|none|null|optional|required|\\d+)[ \t]*;?$|[/$]|\\w+://)"
                            + "[^\\s;{}()=]+)[ \t]*;?[ \t]*$"),
            // Redis: user default on >…, sentinel auth-pass mymaster …
            Directive.of(
                    "user",
                    "(?im)^[ \t]*(?:user|acl\\s+setuser)[ \t]+\\S+[ \t]+(?:[^\n]*?[ \t])?[>#](?<value>\\S[^\n]*)"),
            Directive.of("auth-pass", "(?i)\\bauth-pass[ \t]+\\S+[ \t]+(?<value>\\S+)"),
            // PgBouncer's list of users
            Directive.of("\" \"", "(?m)^[ \t]*\"[^\"\n]+\"[ \t]+\"(?<value>[^\"\n]+)\"[ \t]*$"),
            // HAProxy: user … password …, stats auth …:…
            Directive.of("password", "(?i)\\b(?:user|login)[ \t]+\\S+[ \t]+(?:insecure-)?password[ \t]+(?<value>\\S+)"),
            Directive.of("stats", "(?i)\\bstats[ \t]+auth[ \t]+[^\\s:]+:(?<value>\\S+)"),
            // nginx: proxy_set_header Authorization "…", where it is not handed on
            Directive.of(
                    "header",
                    "(?i)(?:set|add)[_-]header[ \t]+(?<name>[\\w-]+)[ \t]+"
                            + "(?<value>(?![\"']?\\$|\"\"|'')(?:\"[^\"\n]*\"|'[^'\n]*'|[^\\s;]+))"),
            Directive.of(
                    "rabbitmqctl",
                    "\\brabbitmqctl\\b[^\n|;&]*?\\s(?:add_user|change_password|authenticate_user)\\s+\\S+\\s+"
                            + "(?<value>\\S+)"),
            Directive.of(
                    "%",
                    "\\b(?:smbclient|rpcclient|smbget)\\b[^\n|;&]*?\\s(?:-U|--user)[\\s=]*[^\\s%]+%(?<value>\\S+)"),
            Directive.of("-p", "\\b(?:sqlcmd|bcp|osql)\\b[^\n|;&]*?\\s-P\\s*(?<value>[^\\s-]\\S*)"),
            Directive.of(
                    "ldap",
                    "\\bldap(?:search|add|modify|delete|whoami|passwd|compare)\\b[^\n|;&]*?\\s-w\\s*(?<value>[^\\s-]\\S*)"));

    /** nginx: where requests go. */
    private static final Pattern PASSED_ON = Pattern.compile("(?:proxy|fastcgi|grpc|uwsgi|scgi|memcached)_pass");

    /** Alertmanager's; everywhere else one of these finds a queue. */
    private static final Pattern PAGER_DUTY =
            Pattern.compile("(?i)\\b(?:routing|integration)_?key[\"']?\\s*[:=]\\s*(?<value>[^\\s,}]+)");

    private Directives() {}

    static String scrub(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        String scrubbed = text;
        for (Directive directive : ALL) {
            scrubbed = words.contains(directive.word()) ? values(scrubbed, directive.pattern()) : scrubbed;
        }
        return words.contains("pagerduty") ? values(scrubbed, PAGER_DUTY) : scrubbed;
    }

    private static String values(String text, Pattern pattern) {
        StringBuilder scrubbed = new StringBuilder();
        int sofar = 0;
        Matcher found = pattern.matcher(text);
        boolean named = pattern.namedGroups().containsKey("name");
        while (found.find()) {
            if (!named || isSecret(found.group("name"))) {
                scrubbed.append(text, sofar, found.start("value")).append(Hidden.TEXT);
                sofar = found.end("value");
            }
        }
        return scrubbed.append(text, sofar, text.length()).toString();
    }

    private static boolean isSecret(String name) {
        return SecretNames.isSecret(name) && !PASSED_ON.matcher(name).matches();
    }
}
