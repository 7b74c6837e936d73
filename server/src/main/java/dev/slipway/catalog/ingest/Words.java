package dev.slipway.catalog.ingest;

/** Texts as the words that full text search keeps. */
public final class Words {

    private Words() {}

    /** What is written together with a hyphen, underscore, dot or in camel case is found by its parts as well. */
    public static String of(String text) {
        StringBuilder words = new StringBuilder(text.length() + 8);
        boolean lowerBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean part = Character.isLetterOrDigit(character) || Character.isSurrogate(character);
            if (lowerBefore && Character.isUpperCase(character)) {
                words.append(' ');
            }
            words.append(part ? Character.toLowerCase(character) : ' ');
            lowerBefore = Character.isLowerCase(character);
        }
        return words.toString().strip();
    }
}
