package dev.slipway.gitops.secrets;

import java.util.regex.Pattern;

/** Hides what opens the place that an address leads to. */
final class SecretAddresses {

    private static final Pattern USER = Pattern.compile("://[^\\s/]*@");

    /** A password with a slash in it; a port and a path are none. */
    private static final Pattern SLASHED = Pattern.compile(
            "(://[^\\s/:@\"',]{0,200}:)(?!\\d{1,5}(?:[/,?#]|$))[^\\s:@\"']{1,200}/[^\\s@\"']{0,200}(?=@)");

    /** {@code user:password@host:5432/db}, {@code user:password@tcp(host)/db}; an image with its digest is none. */
    private static final Pattern BARE_USER = Pattern.compile(
            "(?<![\\w./+-])([\\w.-]+:)[^\\s:@/()]+(?=@(?!sha\\d+:)(?:[\\w-]+\\(|[\\w.-]+(?::\\d{2,5}\\b|/)))");

    private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:\\w+:[^\\s/@]{1,200}/)[^\\s@]{1,200}(?=@)");

    /** Addresses that let whoever knows them write: the part that nobody can guess. */
    private static final Pattern WEBHOOK =
            Pattern.compile("(?<=hooks\\.slack\\.com/|discord\\.com/api/webhooks/|discordapp\\.com/api/webhooks/"
                    + "|webhook\\.office\\.com/)[^\\s\"'<>]+|(?<=api\\.telegram\\.org/bot)[^\\s\"'<>/]+");

    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)(?<=[?&;](?:sig|signature|x-amz-signature|x-goog-signature)=)[^\\s&\"'<>]+");

    private SecretAddresses() {}

    static String scrub(String text) {
        String scrubbed = text;
        if (text.indexOf('@') >= 0) {
            scrubbed = USER.matcher(scrubbed).replaceAll("://" + Hidden.TEXT + "@");
            scrubbed = SLASHED.matcher(scrubbed).replaceAll("$1" + Hidden.TEXT);
            scrubbed = ORACLE.matcher(scrubbed).replaceAll("$1" + Hidden.TEXT);
            scrubbed = BARE_USER.matcher(scrubbed).replaceAll("$1" + Hidden.TEXT);
        }
        scrubbed = scrubbed.indexOf('=') >= 0 ? SIGNATURE.matcher(scrubbed).replaceAll(Hidden.TEXT) : scrubbed;
        return WEBHOOK.matcher(scrubbed).replaceAll(Hidden.TEXT);
    }
}
