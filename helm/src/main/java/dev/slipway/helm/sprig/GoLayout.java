package dev.slipway.helm.sprig;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's layouts of dates: an example of 2006-01-02 15:04:05. */
final class GoLayout {
    private static final Pattern CHUNK = Pattern.compile("January|Jan|Monday|Mon|MST|2006|002|__2|_2|15|PM|pm"
            + "|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|[.,]0+(?![0-9])|[.,]9+(?![0-9])"
            + "|01|02|03|04|05|06|1|2|3|4|5");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private GoLayout() {}

    /** @param zone its name, where the layout asks for one */
    static String format(String layout, OffsetDateTime time, String zone) {
        Matcher matcher = CHUNK.matcher(layout);
        StringBuilder out = new StringBuilder();
        int written = 0;
        while (matcher.find()) {
            out.append(layout, written, matcher.start()).append(chunk(matcher.group(), time, zone));
            written = matcher.end();
        }
        return out.append(layout, written, layout.length()).toString();
    }

    private static String chunk(String chunk, OffsetDateTime time, String zone) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (chunk) {
            case "January" -> MONTHS.get(time.getMonthValue() - 1);
            case "Jan" -> MONTHS.get(time.getMonthValue() - 1).substring(0, 3);
            case "1" -> Integer.toString(time.getMonthValue());
            case "01" -> padded(time.getMonthValue(), 2, '0');
            case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Mon" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "2" -> Integer.toString(time.getDayOfMonth());
            case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
            case "02" -> padded(time.getDayOfMonth(), 2, '0');
            case "__2" -> padded(time.getDayOfYear(), 3, ' ');
            case "002" -> padded(time.getDayOfYear(), 3, '0');
            case "15" -> padded(time.getHour(), 2, '0');
            case "3" -> Integer.toString(hour);
            case "03" -> padded(hour, 2, '0');
            case "4" -> Integer.toString(time.getMinute());
            case "04" -> padded(time.getMinute(), 2, '0');
            case "5" -> Integer.toString(time.getSecond());
            case "05" -> padded(time.getSecond(), 2, '0');
            case "2006" -> padded(time.getYear(), 4, '0');
            case "06" -> padded(time.getYear() % 100, 2, '0');
            case "PM" -> time.getHour() < 12 ? "AM" : "PM";
            case "pm" -> time.getHour() < 12 ? "am" : "pm";
            case "MST" -> zone;
            default ->
                chunk.startsWith(".") || chunk.startsWith(",")
                        ? fraction(chunk, time)
                        : offset(chunk, time.getOffset());
        };
    }

    private static String padded(int number, int width, char with) {
        String digits = Integer.toString(number);
        return String.valueOf(with).repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String fraction(String chunk, OffsetDateTime time) {
        String digits = padded(time.getNano(), 9, '0').substring(0, Math.min(9, chunk.length() - 1));
        if (chunk.charAt(1) == '9') {
            digits = digits.replaceAll("0+$", "");
            return digits.isEmpty() ? "" : chunk.charAt(0) + digits;
        }
        return chunk.charAt(0) + digits;
    }

    private static String offset(String chunk, ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (chunk.startsWith("Z") && seconds == 0) {
            return "Z";
        }
        int size = Math.abs(seconds);
        String colon = chunk.contains(":") ? ":" : "";
        int fields = (chunk.replace(":", "").length() - 1) / 2;
        return (seconds < 0 ? "-" : "+")
                + padded(size / 3600, 2, '0')
                + (fields > 1 ? colon + padded(size / 60 % 60, 2, '0') : "")
                + (fields > 2 ? colon + padded(size % 60, 2, '0') : "");
    }

    static Pattern chunks() {
        return CHUNK;
    }

    /** The month of a name or its first three letters, from 1; 0 when there is none. */
    static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equalsIgnoreCase(name)
                    || MONTHS.get(i).substring(0, 3).equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        return 0;
    }
}
