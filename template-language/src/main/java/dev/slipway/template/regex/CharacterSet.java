package dev.slipway.template.regex;

import java.util.ArrayList;
import java.util.List;

/** A set of UTF-16 units, as ranges. */
record CharacterSet(List<Range> ranges, boolean negated) {

    /** From the first to the last, both included. */
    record Range(char first, char last) {}

    static final CharacterSet DIGITS = of("09");
    static final CharacterSet WORD = of("09AZ__az");
    static final CharacterSet BLANKS = of(
            "\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000\ufeff\ufeff");
    static final CharacterSet LINE_BREAKS = of("\n\n\r\r\u2028\u2029");
    static final CharacterSet EVERYTHING = of("").complement();

    CharacterSet {
        ranges = List.copyOf(ranges);
    }

    /** Pairs of first and last characters. */
    private static CharacterSet of(String pairs) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            ranges.add(new Range(pairs.charAt(i), pairs.charAt(i + 1)));
        }
        return new CharacterSet(ranges, false);
    }

    static CharacterSet of(char character) {
        return new CharacterSet(List.of(new Range(character, character)), false);
    }

    CharacterSet complement() {
        return new CharacterSet(ranges, !negated);
    }

    /** The ranges that it holds, whether it is negated or not; its own ranges ascend. */
    List<Range> held() {
        if (!negated) {
            return ranges;
        }
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                gaps.add(new Range((char) next, (char) (range.first() - 1)));
            }
            next = range.last() + 1;
        }
        if (next <= Character.MAX_VALUE) {
            gaps.add(new Range((char) next, Character.MAX_VALUE));
        }
        return gaps;
    }

    boolean has(char c) {
        return inRanges(c) != negated;
    }

    /** Whether it has the character in small or in capital letters. */
    boolean hasInAnyCase(char c) {
        return (inRanges(c) || inRanges(Character.toLowerCase(c)) || inRanges(canonical(c))) != negated;
    }

    private boolean inRanges(char c) {
        for (Range range : ranges) {
            if (c >= range.first() && c <= range.last()) {
                return true;
            }
        }
        return false;
    }

    /** ECMAScript's Canonicalize: capitals, unless only the capital is plain ASCII. */
    static char canonical(char c) {
        char upper = Character.toUpperCase(c);
        return c >= 0x80 && upper < 0x80 ? c : upper;
    }
}
