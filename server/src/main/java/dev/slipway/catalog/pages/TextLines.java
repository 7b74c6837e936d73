package dev.slipway.catalog.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Colours a definition line by line, whatever language it is in: comments, and lines that begin something. */
public final class TextLines {

    private static final Pattern COMMENT = Pattern.compile("\\s*(#|//|\\*|/\\*|\"\"\").*");
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*(type|input|enum|interface|union|scalar|schema|extend|directive|query|mutation|subscription|message|service|rpc"
                    + "|package|import|option|syntax|oneof)\\b(?!\\s*:).*");
    private static final Pattern KEY = Pattern.compile("\\s*(- )?[\"']?[\\w./{}$-]+[\"']?:(\\s*[|>{\\[]?[-+]?)");

    private TextLines() {}

    /**
     * A line.
     *
     * @param number from 1
     * @param css the class of its colour; empty for none
     */
    public record Line(int number, String text, String css) {}

    public static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line, css(line))));
        return lines;
    }

    private static String css(String line) {
        if (line.length() > 1000) {
            return "";
        }
        if (COMMENT.matcher(line).matches()) {
            return "text-comment";
        }
        return DECLARATION.matcher(line).matches() || KEY.matcher(line).matches() ? "text-declaration" : "";
    }
}
