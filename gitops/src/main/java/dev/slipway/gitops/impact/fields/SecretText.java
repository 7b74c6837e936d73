package dev.slipway.gitops.impact.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides secrets within texts: files in ConfigMaps, arguments, addresses with a password in them. */
public final class SecretText {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY( BLOCK)?-----|\\z)");
    private static final Pattern USER = Pattern.compile("://[^\\s/]*@");
    private static final Pattern KNOWN = Pattern.compile(
            "(?i:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}|gh[pousr]_[A-Za-z0-9]{20,}|AKIA[A-Z0-9]{12,}|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern ASSIGNED = Pattern.compile("([A-Za-z][\\w.-]*)[\"']?\\s*[:=]+\\s*");
    private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][\\w.-]*)[\\s=]+");
    private static final Pattern BLOCK = Pattern.compile("([|>].*)?");

    private SecretText() {}

    /** The same text where there is nothing to hide. */
    public static String scrub(String text) {
        if (!isSuspicious(text)) {
            return text;
        }
        String scrubbed =
                text.contains("-----BEGIN") ? PRIVATE_KEY.matcher(text).replaceAll(Hidden.TEXT) : text;
        scrubbed = scrubbed.contains("://") ? USER.matcher(scrubbed).replaceAll("://" + Hidden.TEXT + "@") : scrubbed;
        scrubbed = KNOWN.matcher(scrubbed).replaceAll(Hidden.TEXT);
        return lines(scrubbed);
    }

    /** Cheap: most texts are plain names. */
    private static boolean isSuspicious(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=' || c == '@' || Character.isWhitespace(c)) {
                return true;
            }
        }
        return text.startsWith("eyJ") || text.startsWith("gh") || text.startsWith("AKIA");
    }

    private static String lines(String text) {
        List<String> lines = new ArrayList<>();
        int hiddenBelow = Integer.MAX_VALUE;
        for (String line : text.split("\n", -1)) {
            int indentation = indentation(line);
            if (indentation > hiddenBelow && !line.isBlank()) {
                lines.add(" ".repeat(indentation) + Hidden.TEXT);
                continue;
            }
            hiddenBelow = line.isBlank() ? hiddenBelow : Integer.MAX_VALUE;
            int from = secretFrom(line);
            if (from >= 0 && BLOCK.matcher(line.substring(from).strip()).matches()) {
                hiddenBelow = indentation;
                lines.add(line);
            } else {
                lines.add(from < 0 ? line : line.substring(0, from) + Hidden.TEXT);
            }
        }
        return String.join("\n", lines);
    }

    /** Where the first value begins that has a secret's name; to the end of the line, as it may hold blanks. */
    private static int secretFrom(String line) {
        int assigned = from(ASSIGNED.matcher(line));
        int flag = from(FLAG.matcher(line));
        return assigned < 0 || (flag >= 0 && flag < assigned) ? flag : assigned;
    }

    private static int from(Matcher names) {
        while (names.find()) {
            if (SecretNames.isSecret(names.group(1))) {
                return names.end();
            }
        }
        return -1;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
