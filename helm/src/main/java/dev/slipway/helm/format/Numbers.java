package dev.slipway.helm.format;

import java.math.BigDecimal;

/** Floats as Go's strconv and encoding/json write them. */
public final class Numbers {

    private Numbers() {}

    /** strconv's {@code 'g'} with the fewest digits: an exponent from 1e6 or below 1e-4. */
    static String shortest(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return Double.compare(value, 0.0) < 0 ? "-0" : "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int magnitude = decimal.precision() - decimal.scale() - 1;
        return magnitude < -4 || magnitude >= 6 ? exponent(decimal, magnitude, 2) : decimal.toPlainString();
    }

    /** Without an exponent from 1e-6 to 1e21. */
    static String json(double value) {
        if (value == 0) {
            return Double.compare(value, 0.0) < 0 ? "-0" : "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        return size < 1e-6 || size >= 1e21
                ? exponent(decimal, decimal.precision() - decimal.scale() - 1, 1)
                : decimal.toPlainString();
    }

    /** Always with a point, as TOML tells floats by it. */
    static String toml(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-4 || size >= 1e21)) {
            BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            return exponent(decimal, decimal.precision() - decimal.scale() - 1, 2);
        }
        return text.contains(".") ? text : text + ".0";
    }

    private static String exponent(BigDecimal decimal, int magnitude, int leastDigits) {
        String digits = decimal.unscaledValue().abs().toString();
        String power = Integer.toString(Math.abs(magnitude));
        return (decimal.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (magnitude < 0 ? "e-" : "e+")
                + "0".repeat(Math.max(0, (magnitude < 0 ? leastDigits : 2) - power.length()))
                + power;
    }
}
