package dev.slipway.gotemplate.format;

import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.value.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's Sprintf: a format with its arguments. Mistakes are shown in the text. */
public final class GoPrintf {

    /** Wider and more precise than this is not taken for a number. */
    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<? extends @Nullable Object> arguments;
    private final Output out;
    private final Flags flags = new Flags();
    private final ValuePrinter printer;
    private int at;
    private int argument;
    private boolean reordered;
    private boolean goodIndex;
    private boolean afterIndex;

    private GoPrintf(String format, List<? extends @Nullable Object> arguments, long limit) {
        this.format = format;
        this.arguments = arguments;
        this.out = new Output(limit);
        this.printer = new ValuePrinter(out, flags);
    }

    public static String printf(String format, List<? extends @Nullable Object> arguments, long limit) {
        GoPrintf printf = new GoPrintf(format, arguments, limit);
        printf.run();
        return printf.out.toString();
    }

    private void run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.write(format.subSequence(at, end));
            at = end + 1;
            if (percent >= 0) verb();
        }
        extraArguments();
    }

    private void verb() {
        goodIndex = true;
        afterIndex = false;
        flags.clear();
        while (at < format.length() && flags.take(format.charAt(at))) at++;
        argumentIndex();
        width();
        precision();
        if (!afterIndex) argumentIndex();
        if (at >= format.length()) {
            out.write("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        print(verb);
    }

    private void print(int verb) {
        String shown = Character.toString(verb);
        if (verb == '%') out.write('%');
        else if (!goodIndex) out.write("%!").write(shown).write("(BADINDEX)");
        else if (argument >= arguments.size()) out.write("%!").write(shown).write("(MISSING)");
        else {
            if (verb == 'v' || verb == 'w') flags.turnToV();
            printer.print(arguments.get(argument++), verb);
        }
    }

    private void width() {
        if (isAt('*')) {
            at++;
            Integer given = intArgument();
            if (given == null) out.write("%!(BADWIDTH)");
            else setWidth(given);
            afterIndex = false;
        } else {
            flags.width = number(format.length());
            if (afterIndex && flags.width >= 0) goodIndex = false;
        }
    }

    private void setWidth(int given) {
        flags.width = Math.abs(given);
        if (given < 0) {
            flags.minus = true;
            flags.zero = false;
        }
    }

    private void precision() {
        if (at + 1 > format.length() || !isAt('.') || at + 1 >= format.length()) return;
        at++;
        if (afterIndex) goodIndex = false;
        argumentIndex();
        if (isAt('*')) {
            at++;
            Integer given = intArgument();
            flags.precision = given == null || given < 0 ? -1 : given;
            if (flags.precision < 0) out.write("%!(BADPREC)");
            afterIndex = false;
        } else {
            flags.precision = Math.max(0, number(format.length()));
        }
    }

    private boolean isAt(char c) {
        return at < format.length() && format.charAt(at) == c;
    }

    private @Nullable Integer intArgument() {
        if (argument >= arguments.size()) return null;
        Object given = arguments.get(argument++);
        if (!(given instanceof Long || given instanceof Integer || given instanceof Int64)) return null;
        long number = ((Number) given).longValue();
        return number >= -WIDEST && number <= WIDEST ? (Integer) (int) number : null;
    }

    /** The number here, -1 when there is none; a far too long one swallows what follows it. */
    private int number(int end) {
        int number = -1;
        while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            if (number > WIDEST) {
                at = end;
                return -1;
            }
            number = Math.max(0, number) * 10 + format.charAt(at++) - '0';
        }
        return number;
    }

    /** {@code [n]}: the argument to take, from 1. */
    private void argumentIndex() {
        afterIndex = false;
        if (!isAt('[')) return;
        reordered = true;
        int close = format.indexOf(']', at);
        if (close < 0 || format.length() - at < 3) {
            at++;
            goodIndex = false;
            return;
        }
        at++;
        int index = number(close);
        boolean isNumber = index >= 0 && at == close;
        at = close + 1;
        afterIndex = isNumber;
        if (isNumber && index >= 1 && index <= arguments.size()) argument = index - 1;
        else goodIndex = false;
    }

    private void extraArguments() {
        if (reordered || argument >= arguments.size()) return;
        flags.clear();
        out.write("%!(EXTRA ");
        for (int i = argument; i < arguments.size(); i++) {
            if (i > argument) out.write(", ");
            Object value = arguments.get(i);
            if (value != null) out.write(Types.name(value)).write('=');
            printer.print(value, 'v');
        }
        out.write(')');
    }
}
