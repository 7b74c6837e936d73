package dev.slipway.kustomize.emit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that go-yaml v2 would read as something else if they stood without quotes. */
final class PlainWords {
    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True",
            "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf",
            ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern SIXTIES = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++(?:\\.[0-9_]*)?");
    private static final Pattern TIME = Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
            + "([Tt ]\\s*(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})"
            + "(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?");

    private PlainWords() {}

    static boolean isText(String text) {
        if (WORDS.contains(text)) {
            return false;
        }
        char first = text.charAt(0);
        if ("+-.0123456789".indexOf(first) < 0 || hasForeignLetter(text)) {
            return true;
        }
        String plain = text.replace("_", "");
        return !(INTEGER.matcher(plain).matches() && first != '.')
                && !FLOAT.matcher(first == '.' ? text : plain).matches()
                && !SIXTIES.matcher(text).matches()
                && !isTime(text);
    }

    /** A letter that stands in no number and no time, as in {@code 512Mi}. */
    private static boolean hasForeignLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter && "abcdefABCDEFxXoOtTZ".indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.of(number(matcher, "year"), number(matcher, "month"), number(matcher, "day"));
        } catch (DateTimeException e) {
            return false;
        }
        return matcher.group("hour") == null
                || (number(matcher, "hour") < 24 && number(matcher, "minute") < 60 && number(matcher, "second") < 60);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
