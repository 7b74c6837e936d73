package dev.slipway.documents.yaml;

/** Finds lines, columns and ends of values in a YAML text. */
record Positions(String text) {

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The end of the line that {@code at} lies in, before its line break. */
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        int before = end < 0 ? text.length() : end;
        return before > at && text.charAt(before - 1) == '\r' ? before - 1 : before;
    }

    /** Behind the line break of the line that {@code at} lies in. */
    int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** What a value at this place has to be indented with: its column, dashes before it counted as spaces. */
    String indentation(int at) {
        int start = lineStart(at);
        int begin = start < text.length() && text.charAt(start) == '\uFEFF' ? start + 1 : start;
        return " ".repeat(at - begin);
    }

    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    boolean isFirstOnLine(int at) {
        return text.substring(lineStart(at), at).replace("\uFEFF", "").isBlank();
    }

    boolean isFlow(YamlValue value) {
        char first =
                value.span().start() < text.length() ? text.charAt(value.span().start()) : ' ';
        return !(value instanceof YamlScalar) && (first == '[' || first == '{');
    }

    /** The dash of an item of a block list. */
    int dash(YamlValue item) {
        int at = item.span().start();
        while (at > 0 && text.charAt(at - 1) != '-') {
            at--;
        }
        return at - 1;
    }

    /** Behind the last character of a value: a block's span reaches to the next token, which is too far. */
    int end(YamlValue value) {
        if (isFlow(value)) {
            return value.span().end();
        }
        return switch (value) {
            case YamlScalar scalar -> withoutLineBreaks(scalar.span());
            case YamlList list ->
                end(own(list, list.items().getLast(), list.span().start()));
            case YamlMap map -> {
                YamlMap.Entry last = lastOwn(map);
                yield isAlias(map, last.value(), last.key().span().end())
                        ? lineEnd(last.key().span().end())
                        : end(last.value());
            }
        };
    }

    private int withoutLineBreaks(YamlValue.Span span) {
        int end = span.end();
        while (end > span.start() && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The last entry that stands in the map itself and was not merged into it. */
    private static YamlMap.Entry lastOwn(YamlMap map) {
        return map.entries().stream()
                .filter(entry -> within(map, entry.key()))
                .reduce((_, second) -> second)
                .orElseThrow(() -> new YamlException(map.place(), "This map only consists of other maps; edit those."));
    }

    /** The value, if it stands here and is not an alias for one elsewhere. */
    static YamlValue own(YamlValue parent, YamlValue value, int notBefore) {
        if (isAlias(parent, value, notBefore)) {
            throw new YamlException(
                    parent.place(),
                    "This holds an alias (*name) of a value elsewhere; write the value itself here first.");
        }
        return value;
    }

    static boolean isAlias(YamlValue parent, YamlValue value, int notBefore) {
        return value.span().start() < notBefore
                || value.span().end() > parent.span().end();
    }

    static boolean within(YamlValue parent, YamlValue value) {
        return value.span().start() >= parent.span().start()
                && value.span().end() <= parent.span().end();
    }
}
