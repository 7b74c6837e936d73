package dev.slipway.gitops.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hides passwords where only blanks stand before them: in the configuration of servers, and in SQL. */
final class Directives {

    private static final List<Directive> ALL = List.of(
            // CREATE USER … WITH PASSWORD '…', … IDENTIFIED BY '…'
            Directive.of("password", "(?i)\\bpassword\\s+(?<value>'[^'\n]+'|\"[^\"\n]+\")"),
            Directive.of(
                    "identified",
                    "(?i)\\bidentified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)(?:\\s+password)?\\s+(?<value>'[^'\n]+'|\"[^\"\n]+\")"),
            // SET PASSWORD FOR … = '…'
            Directive.of(
                    "password",
                    "(?i)\\bset\\s++password\\s++for\\s[^\n=]{1,300}=\\s*+(?:password\\s*+\\(\\s*+)?(?<value>'[^'\n]+'|\"[^\"\n]+\")"),
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
            // Alertmanager's; everywhere else one of these finds a queue
            Directive.of("pagerduty", "(?i)\\b(?:routing|integration)_?key[\"']?\\s*[:=]\\s*(?<value>[^\\s,}]+)"));

    /** nginx: where requests go. */
    private static final Pattern PASSED_ON = Pattern.compile("(?:proxy|fastcgi|grpc|uwsgi|scgi|memcached)_pass");

    private Directives() {}

    static String scrub(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        String scrubbed = text;
        for (Directive directive : ALL) {
            scrubbed = directive.scrub(scrubbed, words, Directives::isSecret);
        }
        return scrubbed;
    }

    private static boolean isSecret(String name) {
        return SecretNames.isSecret(name) && !PASSED_ON.matcher(name).matches();
    }
}
