package dev.slipway.template.regex;

/** What stands behind a backslash and means a character or a set of them. */
final class EscapeParser {

    /** The offset behind it. */
    record Escape(CharacterSet set, int end) {}

    private final String pattern;

    EscapeParser(String pattern) {
        this.pattern = pattern;
    }

    /** Reads what follows the backslash at this offset. */
    Escape at(int offset) {
        if (offset >= pattern.length()) {
            throw new IllegalArgumentException("The regular expression /" + pattern + "/ ends with \"\\\".");
        }
        char c = pattern.charAt(offset);
        return switch (c) {
            case 'd' -> new Escape(CharacterSet.DIGITS, offset + 1);
            case 'D' -> new Escape(CharacterSet.DIGITS.complement(), offset + 1);
            case 'w' -> new Escape(CharacterSet.WORD, offset + 1);
            case 'W' -> new Escape(CharacterSet.WORD.complement(), offset + 1);
            case 's' -> new Escape(CharacterSet.BLANKS, offset + 1);
            case 'S' -> new Escape(CharacterSet.BLANKS.complement(), offset + 1);
            case 'n' -> character('\n', offset + 1);
            case 'r' -> character('\r', offset + 1);
            case 't' -> character('\t', offset + 1);
            case 'v' -> character('\u000b', offset + 1);
            case 'f' -> character('\f', offset + 1);
            case 'x' -> hexadecimal(offset, 2);
            case 'u' -> hexadecimal(offset, 4);
            case 'c' -> control(offset);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(offset);
            default -> character(c, offset + 1);
        };
    }

    private static Escape character(char c, int end) {
        return new Escape(CharacterSet.of(c), end);
    }

    private Escape hexadecimal(int offset, int digits) {
        int end = offset + 1 + digits;
        String written = end <= pattern.length() ? pattern.substring(offset + 1, end) : "";
        return written.matches("[0-9a-fA-F]++")
                ? character((char) Integer.parseInt(written, 16), end)
                : character(pattern.charAt(offset), offset + 1);
    }

    /** {@code \cJ}; without a letter the backslash stands for itself. */
    private Escape control(int offset) {
        char letter = offset + 1 < pattern.length() ? pattern.charAt(offset + 1) : ' ';
        boolean valid = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        return valid ? character((char) (letter % 32), offset + 2) : character('\\', offset);
    }

    private Escape octal(int offset) {
        int end = offset;
        int value = 0;
        while (end < pattern.length()
                && end < offset + 3
                && Character.digit(pattern.charAt(end), 8) >= 0
                && value * 8 + Character.digit(pattern.charAt(end), 8) <= 255) {
            value = value * 8 + Character.digit(pattern.charAt(end), 8);
            end++;
        }
        return character((char) value, end);
    }
}
