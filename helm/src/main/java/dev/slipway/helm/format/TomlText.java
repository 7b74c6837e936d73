package dev.slipway.helm.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads TOML 1.0: whole numbers as Long, others as Double, dates as the texts they are written as. */
public final class TomlText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9][0-9_]*|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+");
    private static final Pattern FLOAT = Pattern.compile("[+-]?[0-9][0-9_]*(\\.[0-9][0-9_]*)?([eE][+-]?[0-9_]+)?");
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private TomlText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    /** @throws IllegalArgumentException if it is not TOML */
    public static Map<String, @Nullable Object> read(String text) {
        return new TomlText(text).document();
    }

    private Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        Map<String, @Nullable Object> table = root;
        skip(true);
        while (at < text.length()) {
            if (text.startsWith("[[", at)) {
                at += 2;
                table = appended(root, path());
                expect("]]");
            } else if (text.charAt(at) == '[') {
                at++;
                table = below(root, path());
                expect("]");
            } else {
                pair(table, 0);
            }
            skip(false);
            if (at < text.length() && text.charAt(at) != '\n') {
                throw wrong("expected a line break");
            }
            skip(true);
        }
        return root;
    }

    private void pair(Map<String, @Nullable Object> table, int depth) {
        List<String> path = path();
        expect("=");
        skip(false);
        Map<String, @Nullable Object> into = below(table, path.subList(0, path.size() - 1));
        if (into.containsKey(path.getLast())) {
            throw wrong("the key \"" + path.getLast() + "\" stands twice");
        }
        into.put(path.getLast(), value(depth));
    }

    private Map<String, @Nullable Object> below(Map<String, @Nullable Object> table, List<String> path) {
        Map<String, @Nullable Object> here = table;
        for (String key : path) {
            Object next = here.computeIfAbsent(key, _ -> new LinkedHashMap<String, @Nullable Object>());
            List<@Nullable Object> list = Values.list(next);
            Map<String, @Nullable Object> map = Values.map(list == null || list.isEmpty() ? next : list.getLast());
            if (map == null) {
                throw wrong("\"" + key + "\" is no table");
            }
            here = map;
        }
        return here;
    }

    private Map<String, @Nullable Object> appended(Map<String, @Nullable Object> root, List<String> path) {
        Map<String, @Nullable Object> outer = below(root, path.subList(0, path.size() - 1));
        List<@Nullable Object> list =
                Values.list(outer.computeIfAbsent(path.getLast(), _ -> new ArrayList<@Nullable Object>()));
        if (list == null) {
            throw wrong("\"" + path.getLast() + "\" is no list of tables");
        }
        Map<String, @Nullable Object> table = new LinkedHashMap<>();
        list.add(table);
        return table;
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            skip(false);
            path.add(key());
            skip(false);
        } while (taken('.'));
        return path;
    }

    private String key() {
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return string();
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw wrong("expected a key");
        }
        return text.substring(start, at);
    }

    private @Nullable Object value(int depth) {
        if (at >= text.length() || depth > DEEPEST) {
            throw wrong("expected a value");
        }
        return switch (text.charAt(at)) {
            case '"', '\'' -> string();
            case '[' -> list(depth);
            case '{' -> inline(depth);
            default -> plain();
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        skip(true);
        while (!taken(']')) {
            list.add(value(depth + 1));
            skip(true);
            if (!taken(',') && !text.startsWith("]", at)) {
                throw wrong("expected a comma or the end of a list");
            }
            skip(true);
        }
        return list;
    }

    private Map<String, @Nullable Object> inline(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        skip(false);
        while (!taken('}')) {
            pair(map, depth + 1);
            skip(false);
            if (!taken(',') && !text.startsWith("}", at)) {
                throw wrong("expected a comma or the end of a table");
            }
            skip(false);
        }
        return map;
    }

    private Object plain() {
        Matcher word = Pattern.compile("[^\\s,\\]}#]+").matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            throw wrong("expected a value");
        }
        at = word.end();
        String written = word.group();
        if (written.equals("true") || written.equals("false")) {
            return written.equals("true");
        }
        if (WHOLE.matcher(written).matches()) {
            return Long.decode(written.replace("_", "").replaceFirst("^([+-]?)0+(?=[1-9])", "$1"));
        }
        if (FLOAT.matcher(written).matches()) {
            return Double.valueOf(written.replace("_", ""));
        }
        if (written.matches("[0-9]{2,4}[-:].*")) {
            return written;
        }
        throw wrong("\"" + written + "\" is no value");
    }

    private String string() {
        return TomlString.read(text, at, end -> at = end);
    }

    private void expect(String token) {
        skip(false);
        if (!text.startsWith(token, at)) {
            throw wrong("expected " + token);
        }
        at += token.length();
    }

    private boolean taken(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    /** Passes over blanks and comments. */
    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || (lines && c == '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private IllegalArgumentException wrong(String what) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new IllegalArgumentException("toml: line " + line + ": " + what);
    }
}
