package dev.slipway.scaffolding.form;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A pattern of a schema. One that backtracks without end is an error instead of a form that hangs. */
public final class BoundedPattern implements RegularExpression {

    /** Looks at characters; far more than any sensible pattern needs for any answer. */
    private static final int MOST_STEPS = 2_000_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Throws {@link IllegalArgumentException} with the reason if it is not a pattern. */
    public static BoundedPattern of(String pattern) {
        return new BoundedPattern(Pattern.compile(pattern));
    }

    /** Whether a part of the text matches; throws {@link IllegalArgumentException} if that takes too long to find out. */
    @Override
    public boolean matches(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException(tooLong(), e);
        }
    }

    private String tooLong() {
        return "The pattern " + pattern + " takes too long: write it without repetitions within repetitions.";
    }

    /** Text that counts how often it is looked at. */
    private final class Counted implements CharSequence {
        private final CharSequence text;
        private final int[] looks;

        Counted(CharSequence text, int[] looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_STEPS) {
                throw new IllegalArgumentException(tooLong());
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
