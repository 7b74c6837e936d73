package dev.slipway.gotemplate.format;

import java.util.Locale;

/** Go's strconv.FormatFloat, without the sign. */
final class FloatText {

    private FloatText() {}

    /** @param precision -1 for as many digits as needed */
    static String of(double magnitude, char verb, int precision) {
        if (Double.isInfinite(magnitude)) return "Inf";
        if (Double.isNaN(magnitude)) return "NaN";
        return switch (verb) {
            case 'b' -> binary(magnitude);
            case 'x', 'X' -> hex(magnitude, precision, verb);
            case 'e', 'E' -> scientific(magnitude, precision, verb);
            case 'f' -> plain(magnitude, precision);
            default -> general(magnitude, precision, verb);
        };
    }

    private static String scientific(double magnitude, int precision, char verb) {
        Digits digits = precision < 0 ? Digits.shortest(magnitude) : Digits.rounded(magnitude, precision + 1);
        return digits.scientific(precision < 0 ? Math.max(0, digits.count() - 1) : precision, verb);
    }

    private static String plain(double magnitude, int precision) {
        Digits digits = precision < 0 ? Digits.shortest(magnitude) : Digits.withFraction(magnitude, precision);
        return digits.plain(precision < 0 ? Math.max(0, digits.count() - digits.point()) : precision);
    }

    private static String general(double magnitude, int precision, char verb) {
        boolean shortest = precision < 0;
        int wanted = Math.max(1, precision);
        Digits digits = shortest ? Digits.shortest(magnitude) : Digits.rounded(magnitude, wanted);
        int exponent = digits.point() - 1;
        int limit = wanted > digits.count() && digits.count() >= digits.point() ? digits.count() : wanted;
        if (exponent < -4 || exponent >= (shortest ? 6 : limit)) {
            return digits.scientific(Math.max(0, digits.count() - 1), verb == 'G' ? 'E' : 'e');
        }
        return digits.plain(Math.max(0, digits.count() - digits.point()));
    }

    private static String binary(double magnitude) {
        int exponent = exponent(magnitude) - 52;
        return mantissa(magnitude) + "p" + (exponent < 0 ? "" : "+") + exponent;
    }

    private static long mantissa(double magnitude) {
        long bits = Double.doubleToRawLongBits(magnitude);
        long fraction = bits & (1L << 52) - 1;
        return bits >>> 52 == 0 ? fraction : fraction | 1L << 52;
    }

    private static int exponent(double magnitude) {
        return (int) Math.max(1, Double.doubleToRawLongBits(magnitude) >>> 52) - 1023;
    }

    /** The leading one stands at bit 60, the digits follow. */
    private static String hex(double magnitude, int precision, char verb) {
        long mantissa = mantissa(magnitude) << 8;
        int exponent = mantissa == 0 ? 0 : exponent(magnitude);
        while (mantissa != 0 && (mantissa & 1L << 60) == 0) {
            mantissa <<= 1;
            exponent--;
        }
        if (precision >= 0 && precision < 15) mantissa = rounded(mantissa, precision * 4);
        if ((mantissa & 1L << 61) != 0) {
            mantissa >>= 1;
            exponent++;
        }
        String text = "0x" + (mantissa >> 60 & 1) + hexFraction(mantissa << 4, precision) + "p"
                + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static long rounded(long mantissa, int shift) {
        long extra = mantissa << shift & (1L << 60) - 1;
        long kept = mantissa >> (60 - shift);
        if ((extra | (kept & 1)) > 1L << 59) kept++;
        return kept << (60 - shift);
    }

    private static String hexFraction(long mantissa, int precision) {
        StringBuilder text = new StringBuilder();
        long rest = mantissa;
        while (precision < 0 ? rest != 0 : text.length() < precision) {
            text.append(Character.forDigit((int) (rest >>> 60), 16));
            rest <<= 4;
        }
        return text.isEmpty() ? "" : "." + text;
    }
}
