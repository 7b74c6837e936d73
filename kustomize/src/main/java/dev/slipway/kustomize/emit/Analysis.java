package dev.slipway.kustomize.emit;

/**
 * Which styles the characters of a text allow (libyaml's analysis of a scalar).
 *
 * @param plain without quotes
 * @param single in single quotes
 * @param block as a block with {@code |}
 */
record Analysis(boolean plain, boolean single, boolean block, boolean multiline) {
    private static final String FIRST = "#,[]{}&*!|>'\"%@`";

    private static final Analysis EMPTY = new Analysis(true, true, false, false);
    private static final Analysis WORD = new Analysis(true, true, true, false);

    static Analysis of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (isWord(text)) {
            return WORD;
        }
        Scan scan = new Scan(text.codePoints().toArray());
        return scan.run();
    }

    /** What nearly all texts are, and what allows every style. */
    private static boolean isWord(String text) {
        if (!isWordCharacter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWordCharacter(c) && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_';
    }

    /** Whether this version of libyaml writes the character as it is. */
    static boolean printable(int point) {
        if (point < 0xA0) {
            return point == '\n' || (point >= 0x20 && point <= 0x7E);
        }
        return point <= 0xFFFD && point != 0xFEFF && !(point >= 0xD800 && point < 0xE000);
    }

    static boolean isBreak(int point) {
        return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    /** One pass over the characters. */
    private static final class Scan {
        private final int[] points;
        private boolean indicators;
        private boolean special;
        private boolean breaks;
        private boolean edges;
        private boolean trailingSpace;
        private boolean breakThenSpace;
        private boolean spaceThenBreak;

        Scan(int[] points) {
            this.points = points;
        }

        Analysis run() {
            indicators = begins('-') || begins('.');
            for (int i = 0; i < points.length; i++) {
                indicators |= indicator(i);
                special |= !printable(points[i]);
                breaks |= isBreak(points[i]);
                whitespace(i);
            }
            boolean plain = !indicators && !special && !breaks && !edges && !breakThenSpace && !spaceThenBreak;
            boolean single = !special && !breakThenSpace && !spaceThenBreak;
            return new Analysis(plain, single, !special && !spaceThenBreak && !trailingSpace, breaks);
        }

        private boolean begins(char marker) {
            return points.length >= 3 && points[0] == marker && points[1] == marker && points[2] == marker;
        }

        private boolean indicator(int i) {
            boolean last = i + 1 == points.length || blank(points[i + 1]);
            if (i == 0) {
                return FIRST.indexOf(points[i]) >= 0 || (last && "?:-".indexOf(points[i]) >= 0);
            }
            return (points[i] == ':' && last) || (points[i] == '#' && blank(points[i - 1]));
        }

        private void whitespace(int i) {
            boolean edge = i == 0 || i + 1 == points.length;
            if (points[i] == ' ') {
                edges |= edge;
                trailingSpace |= i + 1 == points.length;
                breakThenSpace |= i > 0 && isBreak(points[i - 1]);
            } else if (isBreak(points[i])) {
                edges |= edge;
                spaceThenBreak |= i > 0 && points[i - 1] == ' ';
            }
        }

        private static boolean blank(int point) {
            return point == ' ' || point == '\t' || isBreak(point);
        }
    }
}
