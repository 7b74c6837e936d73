package dev.slipway.template.regex;

import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the groups of a pattern before it is read: a reference may stand before its group. */
final class GroupNames {

    private GroupNames() {}

    /** The numbers of named groups. */
    static Map<String, Integer> of(String pattern) {
        Map<String, Integer> names = new LinkedHashMap<>();
        scan(pattern, names);
        return names;
    }

    static int count(String pattern) {
        return scan(pattern, new LinkedHashMap<>());
    }

    private static int scan(String pattern, Map<String, Integer> names) {
        int count = 0;
        boolean inSet = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inSet = true;
            } else if (c == ']') {
                inSet = false;
            } else if (c == '(' && !inSet && captures(pattern, i)) {
                count++;
                int end = pattern.startsWith("?<", i + 1) ? pattern.indexOf('>', i) : -1;
                if (end > 0 && names.putIfAbsent(pattern.substring(i + 3, end), count) != null) {
                    throw new IllegalArgumentException("The regular expression has two groups with the name \""
                            + pattern.substring(i + 3, end) + "\".");
                }
            }
        }
        return count;
    }

    private static boolean captures(String pattern, int open) {
        boolean plain = !pattern.startsWith("?", open + 1);
        boolean behind = pattern.startsWith("?<=", open + 1) || pattern.startsWith("?<!", open + 1);
        return plain || (pattern.startsWith("?<", open + 1) && !behind);
    }
}
