package dev.slipway.template.value;

/** Finds a text in another one in a time that grows with the sum of their lengths, never with the product. */
public final class Search {

    private static final int SHORT = 16;

    private Search() {}

    /** Where the part begins at or after an offset, or -1. */
    public static int indexOf(String text, String part, int from, Budget budget) {
        int start = Math.clamp(from, 0, text.length());
        budget.text(part.length());
        if (part.length() <= SHORT) {
            int found = text.indexOf(part, start);
            budget.text((found < 0 ? text.length() : found) - start);
            return found;
        }
        budget.text(text.length() - start);
        return knuthMorrisPratt(text, part, start);
    }

    /** The last place at or before an offset where the part begins, or -1. */
    static int lastIndexOf(String text, String part, int from, Budget budget) {
        if (part.length() <= SHORT) {
            budget.text(text.length());
            return text.lastIndexOf(part, from);
        }
        String reversedText = reversed(text);
        int found = indexOf(reversedText, reversed(part), Math.max(0, text.length() - part.length() - from), budget);
        return found < 0 ? -1 : text.length() - found - part.length();
    }

    /** By UTF-16 units, as JavaScript does. */
    public static String reversed(String text) {
        char[] characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(characters.length - 1 - i);
        }
        return new String(characters);
    }

    private static int knuthMorrisPratt(String text, String part, int start) {
        int[] borders = borders(part);
        int matched = 0;
        for (int i = start; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
            if (matched == part.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int matched = 0;
        for (int i = 1; i < borders.length; i++) {
            while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            matched += part.charAt(i) == part.charAt(matched) ? 1 : 0;
            borders[i] = matched;
        }
        return borders;
    }
}
