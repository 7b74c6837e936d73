package dev.slipway.catalog.search;

/** How far what somebody typed is from a word. */
final class TypingErrors {

    private static final int LONGEST = 40;

    private TypingErrors() {}

    /** How many are forgiven: none in numbers and short words, which are near to too much, and in longer ones than any that is kept. */
    static int forgiven(String typed) {
        if (typed.length() < 4 || typed.length() > LONGEST || typed.chars().noneMatch(Character::isLetter)) {
            return 0;
        }
        return typed.length() < 6 ? 1 : 2;
    }

    /**
     * The letters that are missing, too many, others or swapped with their neighbours ("optimal string alignment"), in the word or in a
     * beginning of it that ends as what was typed does.
     */
    static int between(String typed, String word) {
        int[] beforeLast = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        int[] row = new int[word.length() + 1];
        for (int j = 0; j <= word.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int changed = last[j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(typed, i, word, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return least(row, typed, word);
    }

    private static int least(int[] row, String typed, String word) {
        int least = row[word.length()];
        for (int j = 1; j < word.length(); j++) {
            if (typed.charAt(typed.length() - 1) == word.charAt(j - 1) || swapped(typed, typed.length(), word, j)) {
                least = Math.min(least, row[j]);
            }
        }
        return least;
    }

    /** Whether the two letters before these places are the same in the other order. */
    private static boolean swapped(String typed, int i, String word, int j) {
        return i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2) && typed.charAt(i - 2) == word.charAt(j - 1);
    }
}
