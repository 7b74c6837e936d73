package dev.slipway.helm.sprig;

import java.util.function.IntPredicate;

/** Goes through a text word by word: runs of one kind of character; of capitals the last one belongs to the letters after it. */
final class WordScanner {

    enum Kind {
        CONNECTOR,
        PUNCTUATION,
        UPPER,
        LETTERS,
        NUMBER,
        OTHER
    }

    private final int[] points;
    private int at;
    private Kind kind = Kind.OTHER;
    private String word = "";

    WordScanner(String text) {
        this.points = text.codePoints().toArray();
    }

    boolean more() {
        return at < points.length;
    }

    Kind kind() {
        return kind;
    }

    /** The word that {@link #next} came to; empty at the end. */
    String word() {
        return word;
    }

    void next() {
        int start = at;
        if (more()) {
            kind = kind(points[at]);
            at++;
            switch (kind) {
                case CONNECTOR -> skip(WordScanner::isConnector);
                case PUNCTUATION -> skip(WordScanner::isPunctuation);
                case NUMBER -> skip(Character::isDigit);
                case LETTERS -> skip(WordScanner::isSmall);
                case OTHER -> skip(point -> kind(point) == Kind.OTHER);
                case UPPER -> capitals();
            }
        }
        word = new String(points, start, at - start);
    }

    private void capitals() {
        if (!more() || !Character.isUpperCase(points[at])) {
            skip(WordScanner::isSmall);
            return;
        }
        skip(Character::isUpperCase);
        if (more() && Character.isLetter(points[at])) {
            at--;
        }
    }

    private void skip(IntPredicate same) {
        while (more() && same.test(points[at])) {
            at++;
        }
    }

    private static Kind kind(int point) {
        if (isConnector(point)) {
            return Kind.CONNECTOR;
        }
        if (isPunctuation(point)) {
            return Kind.PUNCTUATION;
        }
        if (Character.isUpperCase(point)) {
            return Kind.UPPER;
        }
        if (Character.isLetter(point)) {
            return Kind.LETTERS;
        }
        return Character.isDigit(point) ? Kind.NUMBER : Kind.OTHER;
    }

    static boolean isConnector(int point) {
        return point == '_' || point == '-' || TextFunctions.isSpace(point);
    }

    private static boolean isSmall(int point) {
        return Character.isLetter(point) && !Character.isUpperCase(point);
    }

    private static boolean isPunctuation(int point) {
        return !isConnector(point)
                && switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
