package dev.slipway.gotemplate.format;

/** What stands between the percent sign and the verb. */
final class Flags {

    boolean plus;
    boolean minus;
    boolean sharp;
    boolean space;
    boolean zero;
    /** {@code %+v} and {@code %#v} are other formats, without flags. */
    boolean plusV;

    boolean sharpV;
    /** -1 when none is given. */
    int width;

    /** -1 when none is given. */
    int precision;

    Flags() {
        clear();
    }

    void clear() {
        plus = minus = sharp = space = zero = plusV = sharpV = false;
        width = -1;
        precision = -1;
    }

    /** Takes a flag; false when the character is none. */
    boolean take(char c) {
        switch (c) {
            case '#' -> sharp = true;
            case '0' -> zero = true;
            case '+' -> plus = true;
            case '-' -> minus = true;
            case ' ' -> space = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** For {@code %v}: what the flags mean there. */
    void turnToV() {
        sharpV = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
    }
}
