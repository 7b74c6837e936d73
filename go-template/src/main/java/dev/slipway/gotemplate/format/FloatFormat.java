package dev.slipway.gotemplate.format;

/** Numbers with a fraction, signed and padded. */
final class FloatFormat {

    private FloatFormat() {}

    /** @param usual the precision when the flags have none; -1 for as many digits as needed */
    static void write(Output out, Flags flags, double value, char verb, int usual) {
        int precision = flags.precision >= 0 ? flags.precision : usual;
        boolean negative = Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value);
        String number = FloatText.of(Math.abs(value), verb, precision);
        char sign = negative ? '-' : flags.space && !flags.plus ? ' ' : '+';
        if (Double.isInfinite(value) || Double.isNaN(value)) special(out, flags, sign, number);
        else signed(out, flags, sign, flags.sharp && verb != 'b' ? withPoint(number, verb, precision) : number);
    }

    private static void special(Output out, Flags flags, char sign, String number) {
        boolean signed =
                number.equals("NaN") ? flags.space || flags.plus : flags.plus || sign != '+' || number.equals("Inf");
        out.writePaddedWithSpaces(signed ? sign + number : number, flags);
    }

    private static void signed(Output out, Flags flags, char sign, String number) {
        if (!flags.plus && sign == '+') {
            out.writePadded(number, flags);
        } else if (flags.zero && !flags.minus && flags.width > number.length() + 1) {
            out.write(sign);
            out.pad(flags.width - number.length() - 1, flags);
            out.write(number);
        } else {
            out.writePadded(sign + number, flags);
        }
    }

    /** {@code #}: a point in any case, and the zeros that the verb would leave out. */
    private static String withPoint(String number, char verb, int precision) {
        int tail = tailStart(number, verb);
        String head = number.substring(0, tail);
        int digits = switch (verb) {
            case 'g', 'G', 'x' -> (precision < 0 ? 6 : precision) - significant(head);
            default -> 0;
        };
        StringBuilder text = new StringBuilder(head);
        if (head.indexOf('.') < 0) {
            if (head.equals("0")) digits--;
            text.append('.');
        }
        return text.repeat('0', Math.max(0, digits))
                .append(number.substring(tail))
                .toString();
    }

    private static int tailStart(String number, char verb) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'p' || c == 'P' || (verb != 'x' && verb != 'X' && (c == 'e' || c == 'E'))) return i;
        }
        return number.length();
    }

    private static int significant(String head) {
        int count = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c != '.' && (c != '0' || count > 0)) count++;
        }
        return count;
    }
}
