package dev.slipway.helm.sprig;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates by one of Go's layouts. */
final class GoLayoutReader {
    private static final String TWELVE = "hour12";

    private final String layout;
    private final String value;
    private final Map<String, Integer> fields = new HashMap<>();
    private boolean afternoon;
    private boolean morning;
    private int offset;
    private String zone = "UTC";
    private int at;

    /** A date, and the name of its zone. */
    record Result(OffsetDateTime time, String zone) {}

    private GoLayoutReader(String layout, String value) {
        this.layout = layout;
        this.value = value;
    }

    /** @throws IllegalArgumentException in Go's words if the value is not as the layout says */
    static Result read(String layout, String value) {
        try {
            return new GoLayoutReader(layout, value).read();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("parsing time \"" + value + "\": day out of range", e);
        }
    }

    private Result read() {
        Matcher chunks = GoLayout.chunks().matcher(layout);
        int end = 0;
        while (chunks.find()) {
            literal(layout.substring(end, chunks.start()));
            chunk(chunks.group());
            end = chunks.end();
        }
        literal(layout.substring(end));
        if (at < value.length()) {
            throw new IllegalArgumentException(
                    "parsing time \"" + value + "\": extra text: \"" + value.substring(at) + "\"");
        }
        return new Result(
                OffsetDateTime.of(
                        fields.getOrDefault("year", 0),
                        fields.getOrDefault("month", 1),
                        fields.getOrDefault("day", 1),
                        hour(),
                        fields.getOrDefault("minute", 0),
                        fields.getOrDefault("second", 0),
                        fields.getOrDefault("nano", 0),
                        ZoneOffset.ofTotalSeconds(offset)),
                zone);
    }

    private int hour() {
        Integer twelve = fields.get(TWELVE);
        if (twelve == null) {
            return fields.getOrDefault("hour", 0);
        }
        int hour = twelve % 12;
        return afternoon ? hour + 12 : morning || twelve < 12 ? hour : twelve;
    }

    private void literal(String text) {
        if (!value.startsWith(text, at)) {
            throw wrong(text);
        }
        at += text.length();
    }

    private IllegalArgumentException wrong(String chunk) {
        return new IllegalArgumentException("parsing time \"" + value + "\" as \"" + layout + "\": cannot parse \""
                + value.substring(Math.min(at, value.length())) + "\" as \"" + chunk + "\"");
    }

    private void chunk(String chunk) {
        switch (chunk) {
            case "January", "Jan" -> fields.put("month", month(chunk));
            case "Monday", "Mon", "MST" -> word(chunk);
            case "1", "01" -> number("month", chunk, chunk.length(), 2);
            case "2", "02", "_2" -> number("day", chunk, chunk.equals("02") ? 2 : 1, 2);
            case "002", "__2" -> number("yearDay", chunk, 3, 3);
            case "15" -> number("hour", chunk, 2, 2);
            case "3", "03" -> number(TWELVE, chunk, chunk.length(), 2);
            case "4", "04" -> number("minute", chunk, chunk.length(), 2);
            case "5", "05" -> {
                number("second", chunk, chunk.length(), 2);
                fraction();
            }
            case "2006" -> number("year", chunk, 4, 4);
            case "06" -> {
                number("year", chunk, 2, 2);
                fields.merge("year", 0, (year, _) -> year >= 69 ? 1900 + year : 2000 + year);
            }
            case "PM", "pm" -> halfOfDay(chunk);
            default -> {
                if (chunk.startsWith(".") || chunk.startsWith(",")) {
                    fraction();
                } else {
                    offset(chunk);
                }
            }
        }
    }

    private String word(String chunk) {
        Matcher matcher = Pattern.compile("[A-Za-z]+").matcher(value).region(at, value.length());
        if (!matcher.lookingAt()) {
            throw wrong(chunk);
        }
        at = matcher.end();
        if (chunk.equals("MST")) {
            zone = matcher.group();
        }
        return matcher.group();
    }

    private int month(String chunk) {
        int start = at;
        int month = GoLayout.month(word(chunk));
        if (month == 0) {
            at = start;
            throw wrong(chunk);
        }
        return month;
    }

    private void number(String field, String chunk, int least, int most) {
        while (chunk.startsWith("_") && value.startsWith(" ", at)) {
            at++;
        }
        int end = at;
        while (end < value.length() && end - at < most && Character.isDigit(value.charAt(end))) {
            end++;
        }
        if (end - at < least) {
            throw wrong(chunk);
        }
        fields.put(field, Integer.parseInt(value.substring(at, end)));
        at = end;
    }

    /** Go reads a fraction behind seconds even where the layout has none. */
    private void fraction() {
        Matcher matcher = Pattern.compile("[.,]([0-9]+)").matcher(value).region(at, value.length());
        if (matcher.lookingAt()) {
            String digits = (matcher.group(1) + "000000000").substring(0, 9);
            fields.put("nano", Integer.parseInt(digits));
            at = matcher.end();
        }
    }

    private void halfOfDay(String chunk) {
        String word = word(chunk);
        afternoon = word.equalsIgnoreCase("pm");
        morning = word.equalsIgnoreCase("am");
    }

    private void offset(String chunk) {
        if (chunk.startsWith("Z") && value.startsWith("Z", at)) {
            at++;
            return;
        }
        String colon = chunk.contains(":") ? ":" : "";
        int fieldsOfOffset = (chunk.replace(":", "").length() - 1) / 2;
        String pattern = "([+-])([0-9]{2})" + (fieldsOfOffset > 1 ? colon + "([0-9]{2})" : "()")
                + (fieldsOfOffset > 2 ? colon + "([0-9]{2})" : "()");
        Matcher matcher = Pattern.compile(pattern).matcher(value).region(at, value.length());
        if (!matcher.lookingAt()) {
            throw wrong(chunk);
        }
        int seconds = number(matcher.group(2)) * 3600 + number(matcher.group(3)) * 60 + number(matcher.group(4));
        offset = matcher.group(1).equals("-") ? -seconds : seconds;
        zone = offset == 0 ? "UTC" : "";
        at = matcher.end();
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
