package dev.slipway.gotemplate.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal digits of a number: {@code 0.DIGITS × 10^point}.
 *
 * @param digits without zeros at either end; empty for zero
 */
record Digits(String digits, int point) {

    /** A float64 has no more digits than this after its point, nor in all. */
    private static final int MOST = 1_100;

    /** As few as tell the number from its neighbours. */
    static Digits shortest(double magnitude) {
        BigDecimal value = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
        return of(value.precision() == 2 ? shorter(value, magnitude) : value);
    }

    /** Java gives two digits where one would do. */
    private static BigDecimal shorter(BigDecimal value, double magnitude) {
        BigDecimal rounded = value.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return rounded.doubleValue() == magnitude ? rounded : value;
    }

    /** So many in all, half to even. */
    static Digits rounded(double magnitude, int count) {
        return of(new BigDecimal(magnitude).round(new MathContext(Math.min(count, MOST), RoundingMode.HALF_EVEN)));
    }

    /** So many after the point, half to even. */
    static Digits withFraction(double magnitude, int count) {
        return of(new BigDecimal(magnitude).setScale(Math.min(count, MOST), RoundingMode.HALF_EVEN));
    }

    private static Digits of(BigDecimal value) {
        if (value.signum() == 0) return new Digits("", 0);
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        return new Digits(digits, digits.length() - stripped.scale());
    }

    int count() {
        return digits.length();
    }

    /** With so many digits after the point. */
    String plain(int fraction) {
        StringBuilder text = new StringBuilder();
        if (point > 0) {
            text.append(digits, 0, Math.min(count(), point)).repeat('0', Math.max(0, point - count()));
        } else {
            text.append('0');
        }
        if (fraction > 0) text.append('.');
        for (int i = 0; i < fraction; i++) text.append(at(point + i));
        return text.toString();
    }

    /** With so many digits after the first one. */
    String scientific(int fraction, char e) {
        StringBuilder text = new StringBuilder().append(at(0));
        if (fraction > 0) text.append('.');
        for (int i = 1; i <= fraction; i++) text.append(at(i));
        int exponent = count() == 0 ? 0 : point - 1;
        text.append(e).append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) text.append('0');
        return text.append(Math.abs(exponent)).toString();
    }

    private char at(int index) {
        return index >= 0 && index < count() ? digits.charAt(index) : '0';
    }
}
