package dev.slipway.previews.sweep;

import dev.slipway.documents.tree.FileContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says in a commit's subject which previews come, change and go. */
final class Title {

    private static final int MOST_NAMED = 4;

    private Title() {}

    static String of(
            String service, Map<String, Map<String, FileContent>> found, Map<String, Map<String, FileContent>> wanted) {
        String tree = "applications/" + service + "/previews";
        Map<String, FileContent> before = found.getOrDefault(tree, Map.of());
        Map<String, FileContent> after = wanted.getOrDefault(tree, Map.of());
        List<String> parts = new ArrayList<>();
        part(parts, "show ", names(minus(after, before)));
        part(parts, "update ", changed(before, after));
        part(parts, "remove ", names(minus(before, after)));
        String what = parts.isEmpty() ? "put namespaces and routes right" : String.join(", ", parts);
        return Character.toUpperCase(what.charAt(0)) + what.substring(1) + " in previews of " + service;
    }

    private static void part(List<String> parts, String verb, List<String> names) {
        if (!names.isEmpty()) {
            List<String> named = names.subList(0, Math.min(MOST_NAMED, names.size()));
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            parts.add(verb + String.join(", ", named) + more);
        }
    }

    private static Map<String, FileContent> minus(Map<String, FileContent> from, Map<String, FileContent> other) {
        Map<String, FileContent> rest = new TreeMap<>(from);
        rest.keySet().removeAll(other.keySet());
        return rest;
    }

    private static List<String> changed(Map<String, FileContent> before, Map<String, FileContent> after) {
        Map<String, FileContent> both = new TreeMap<>(after);
        both.keySet().retainAll(before.keySet());
        both.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return names(both);
    }

    private static List<String> names(Map<String, FileContent> files) {
        return new TreeSet<>(files.keySet())
                .stream().map(file -> file.replaceFirst("\\.yaml$", "")).toList();
    }
}
