package dev.slipway.gotemplate.format;

import dev.slipway.gotemplate.LimitException;

/** Text that grows up to a limit, with padding. */
final class Output {

    private final StringBuilder text = new StringBuilder();
    private final long limit;

    Output(long limit) {
        this.limit = limit;
    }

    Output write(CharSequence written) {
        check(written.length());
        text.append(written);
        return this;
    }

    Output write(char c) {
        check(1);
        text.append(c);
        return this;
    }

    void writePadded(CharSequence written, Flags flags) {
        int missing = flags.width < 0 ? 0 : flags.width - Character.codePointCount(written, 0, written.length());
        if (!flags.minus) pad(missing, flags);
        write(written);
        if (flags.minus) pad(missing, flags);
    }

    void writePaddedWithSpaces(CharSequence written, Flags flags) {
        boolean zero = flags.zero;
        flags.zero = false;
        writePadded(written, flags);
        flags.zero = zero;
    }

    /** Zeros stand on the left only. */
    void pad(int count, Flags flags) {
        if (count <= 0) return;
        check(count);
        text.repeat(flags.zero && !flags.minus ? '0' : ' ', count);
    }

    private void check(long more) {
        if (text.length() + more > limit) {
            throw new LimitException(null, "a text longer than the " + limit + " characters that it may have");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
