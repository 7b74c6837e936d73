package dev.slipway.gitops.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hides values line by line, with the lines below that belong to them: a block of YAML, a list, a text of TOML. */
final class SecretLines {

    private static final Pattern BLOCK = Pattern.compile("([|>].*)?");
    private static final Pattern ITEM = Pattern.compile("\\s*-(?:\\s.*)?");

    private final ToIntFunction<String> secretFrom;
    private final List<String> lines = new ArrayList<>();
    private int hiddenBelow = Integer.MAX_VALUE;
    private @Nullable OpenValue open;

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
        if (open != null) {
            open = open.goesOnBehind(line) ? open : null;
            return hidden(line, indentation);
        }
        if (isBelow(line, indentation)) {
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
        open = OpenValue.in(value);
        return line.substring(0, from) + Hidden.TEXT;
    }

    /** The items of a list may stand as far to the left as its name. */
    private boolean isBelow(String line, int indentation) {
        boolean item = indentation == hiddenBelow && ITEM.matcher(line).matches();
        return (indentation > hiddenBelow || item) && !line.isBlank();
    }

    private static String hidden(String line, int indentation) {
        return line.isBlank() ? line : line.substring(0, indentation) + Hidden.TEXT;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
