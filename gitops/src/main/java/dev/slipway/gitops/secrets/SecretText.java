package dev.slipway.gitops.secrets;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides secrets within texts: files in ConfigMaps, arguments, addresses with a password in them. */
public final class SecretText {

    /** {@code <password>…</password>} and {@code <entry key="password">…</entry>}. */
    private static final Pattern ELEMENT = Pattern.compile(
            "<(?<element>[\\w.:-]+)(?:\\s[^<>]*?\\b(?:name|key)\\s*=\\s*[\"'](?<name>[^\"']*))?[^<>]*>(?<value>[^<]+)</");

    /** A name beside its value: of variables in YAML and JSON, of properties in XML, of patches. */
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:name|key|path)[\"']?\\s*[:=]\\s*[\"']?(?<name>[\\w./~-]+)[\"']?,?\\s*"
                    + "[\"']?\\bvalue[\"']?\\s*[:=]\\s*(?<value>\"[^\"\n]*\"|'[^'\n]*'|[^\\s\"'][^\n]*)");

    private static final Pattern ASSIGNED =
            Pattern.compile("(?<![\\w.-])[\\d_.-]*+([A-Za-z][\\w.-]*+)([\"']?\\s*+[:=]++>?\\s*+)");

    private static final Pattern USER_ARGUMENT = Pattern.compile(
            "((?:^|\\s)(?:--user|--proxy-user|-[A-Za-z]{0,12}u)[=\\s]+[^\\s:/=]+:)(?!\\d+\\b|/|\\$[\\w{(])\\S+");
    private static final Pattern PORT = Pattern.compile("\\d{2,5}\\b");
    private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][\\w.-]{0,100}+)[\\s=]++");

    /** What follows a name and is no value: a variable, and the next flag. */
    private static final Pattern OPEN = Pattern.compile("[\"']?\\$(?:\\{[A-Z][A-Z0-9_]*+}|\\([A-Z][A-Z0-9_]*+\\)"
            + "|[A-Z][A-Z0-9_]*+(?=[\"']?\\s+\\S))[\"']?(?:[\\s;&|]|$)|--[a-z][a-z_-]+(?:[=\\s]|$)");

    /** A manifest within a text, whose data are secret, and those data. */
    private static final Pattern SECRET =
            Pattern.compile("\\bkind[\"']?\\s*:\\s*[\"']?(?:Secret|SealedSecret|SopsSecret)\\b");

    private static final Pattern DATA = Pattern.compile("(?:^|[\\s{,\"'])data[\"']?\\s*:\\s*");

    private SecretText() {}

    /** The same text where there is nothing to hide. */
    public static String scrub(String text) {
        String scrubbed = KnownSecrets.scrub(text);
        if (!isSuspicious(scrubbed)) {
            return scrubbed;
        }
        scrubbed = SecretAddresses.scrub(scrubbed);
        scrubbed = scrubbed.contains("-") ? USER_ARGUMENT.matcher(scrubbed).replaceAll("$1" + Hidden.TEXT) : scrubbed;
        scrubbed = scrubbed.contains("</") ? values(scrubbed, ELEMENT) : scrubbed;
        scrubbed = scrubbed.contains("value") ? values(scrubbed, NAMED) : scrubbed;
        scrubbed = CommandSecrets.scrub(Directives.scrub(ShellFlags.scrub(scrubbed)));
        boolean ofSecret =
                scrubbed.contains("Secret") && SECRET.matcher(scrubbed).find();
        return SecretLines.scrub(scrubbed, line -> secretFrom(line, ofSecret));
    }

    /** Hides the values of the secret names that the pattern finds. */
    private static String values(String text, Pattern pattern) {
        StringBuilder scrubbed = new StringBuilder();
        int sofar = 0;
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (isSecret(found) && !found.group("value").isBlank()) {
                scrubbed.append(text, sofar, found.start("value")).append(Hidden.TEXT);
                sofar = found.end("value");
            }
        }
        return scrubbed.append(text, sofar, text.length()).toString();
    }

    private static boolean isSecret(Matcher found) {
        String name = found.group("name");
        return (name != null && SecretNames.isSecret(name))
                || (found.namedGroups().containsKey("element") && SecretNames.isSecret(found.group("element")));
    }

    /** Cheap: most texts are plain names. */
    private static boolean isSuspicious(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=' || c == '@' || Character.isWhitespace(c)) {
                return true;
            }
        }
        return text.startsWith("<");
    }

    /** Where the first value begins that has a secret's name; to the end of the line, as it may hold blanks. */
    private static int secretFrom(String line, boolean ofSecret) {
        int assigned = from(line, ASSIGNED.matcher(line));
        int flag = from(line, FLAG.matcher(line));
        int data = ofSecret
                ? DATA.matcher(line)
                        .results()
                        .mapToInt(MatchResult::end)
                        .findFirst()
                        .orElse(-1)
                : -1;
        return first(first(assigned, flag), data);
    }

    private static int first(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }

    private static int from(String line, Matcher names) {
        while (names.find()) {
            boolean open = OPEN.matcher(line).region(names.end(), line.length()).lookingAt();
            if (!open && SecretNames.isSecret(names.group(1)) && !isAddress(line, names)) {
                return names.end();
            }
        }
        return -1;
    }

    /** An image and its tag, or a host and its port, are no name and its value. */
    private static boolean isAddress(String line, Matcher name) {
        boolean tight = name.groupCount() > 1 && name.group(2).equals(":") && name.end() < line.length();
        boolean behind = name.start() > 0 && line.charAt(name.start() - 1) == '/';
        return tight
                && (behind
                        || (name.group(1).endsWith("auth")
                                && PORT.matcher(line)
                                        .region(name.end(), line.length())
                                        .lookingAt()));
    }
}
