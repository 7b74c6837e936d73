package dev.slipway.gitops.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides values line by line, with the lines below that belong to them: a block of YAML, a list, a text of TOML. */
final class SecretLines {

    private static final Pattern BLOCK = Pattern.compile("([|>].*)?");
    private static final Pattern OPENED = Pattern.compile("\"\"\"|'''|\\[");

    private final ToIntFunction<String> secretFrom;
    private final List<String> lines = new ArrayList<>();
    private int hiddenBelow = Integer.MAX_VALUE;
    private String hiddenUntil = "";

    private SecretLines(ToIntFunction<String> secretFrom) {
        this.secretFrom = secretFrom;
    }

    /** @param secretFrom where in a line a secret begins, which goes to its end; negative when there is none */
    static String scrub(String text, ToIntFunction<String> secretFrom) {
        SecretLines scrubbed = new SecretLines(secretFrom);
        for (String line : text.split("\n", -1)) {
            scrubbed.lines.add(scrubbed.next(line));
        }
        return String.join("\n", scrubbed.lines);
    }

    private String next(String line) {
        int indentation = indentation(line);
        if (!hiddenUntil.isEmpty()) {
            hiddenUntil = line.contains(hiddenUntil) ? "" : hiddenUntil;
            return hidden(line, indentation);
        }
        if (indentation > hiddenBelow && !line.isBlank()) {
            return hidden(line, indentation);
        }
        hiddenBelow = line.isBlank() ? hiddenBelow : Integer.MAX_VALUE;
        int from = secretFrom.applyAsInt(line);
        if (from < 0) {
            return line;
        }
        String value = line.substring(from).strip();
        if (BLOCK.matcher(value).matches()) {
            hiddenBelow = indentation;
            return line;
        }
        hiddenUntil = openEnd(value);
        return line.substring(0, from) + Hidden.TEXT;
    }

    private static String hidden(String line, int indentation) {
        return line.isBlank() ? line : " ".repeat(indentation) + Hidden.TEXT;
    }

    /** What ends a value that goes on in the next line; empty when it does not. */
    private static String openEnd(String value) {
        Matcher opened = OPENED.matcher(value);
        if (!opened.lookingAt()) {
            return "";
        }
        String end = opened.group().equals("[") ? "]" : opened.group();
        return value.indexOf(end, opened.end()) < 0 ? end : "";
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
