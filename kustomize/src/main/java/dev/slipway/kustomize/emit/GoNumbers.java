package dev.slipway.kustomize.emit;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as Go's encoding/json and strconv write them. */
final class GoNumbers {

    private GoNumbers() {}

    /** As encoding/json: without exponent between 1e-6 and 1e21. */
    static String json(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return Double.compare(value, 0.0) < 0 ? "-0" : "0";
        }
        if (size < 1e-6 || size >= 1e21) {
            return exponent(value, 1);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** As the YAML that is made of that JSON: whole numbers stay whole, others get an exponent from 1e6 or below 1e-4. */
    static String yaml(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        String json = json(value);
        if (json.matches("-?[0-9]+") && fits(new BigInteger(json))) {
            return json.equals("-0") ? "0" : json;
        }
        return yaml3(value);
    }

    /** As strconv's shortest form, without regard to whole numbers. */
    static String yaml3(double value) {
        int magnitude = magnitude(value);
        return magnitude < -4 || magnitude >= 6
                ? exponent(value, 2)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Whether Go reads it as a number of 64 bits, with or without sign. */
    private static boolean fits(BigInteger value) {
        return value.signum() < 0 ? value.bitLength() < Long.SIZE : value.bitLength() <= Long.SIZE;
    }

    private static int magnitude(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return decimal.precision() - decimal.scale() - 1;
    }

    private static String exponent(double value, int leastDigits) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().abs().toString();
        int magnitude = digits.length() - decimal.scale() - 1;
        String power = Integer.toString(Math.abs(magnitude));
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (magnitude < 0 ? "e-" : "e+")
                + "0".repeat(Math.max(0, (magnitude < 0 ? leastDigits : 2) - power.length()))
                + power;
    }
}
