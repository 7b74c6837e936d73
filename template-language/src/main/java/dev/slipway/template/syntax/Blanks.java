package dev.slipway.template.syntax;

/** What JavaScript's {@code \s} and {@code trim()} take for a blank. */
public final class Blanks {

    private Blanks() {}

    public static boolean isBlank(int c) {
        return (c >= 0x09 && c <= 0x0D)
                || c == ' '
                || c == 0xA0
                || c == 0xFEFF
                || c == 0x2028
                || c == 0x2029
                || (c > 0xFF && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    public static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    public static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    public static String trim(String text) {
        return trimStart(trimEnd(text));
    }
}
