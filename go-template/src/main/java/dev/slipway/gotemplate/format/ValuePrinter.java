package dev.slipway.gotemplate.format;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.value.StringOrder;
import dev.slipway.gotemplate.value.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value by one verb. */
final class ValuePrinter {

    /** Deeper than any data; maps and lists that hold themselves end here. */
    private static final int DEEPEST = 500;

    private final Output out;
    private final Flags flags;

    ValuePrinter(Output out, Flags flags) {
        this.out = out;
        this.flags = flags;
    }

    void print(@Nullable Object value, int verb) {
        if (value == null) printNil(verb);
        else if (verb == 'T') StringFormat.plain(out, flags, Types.name(value));
        else if (verb == 'p' && isPointer(value))
            throw new FunctionException("%p is not supported: addresses differ from run to run");
        else if (verb == 'w') badVerb(value, verb);
        else print(value, verb, 0);
    }

    private static boolean isPointer(Object value) {
        return value instanceof Map || value instanceof List || value instanceof byte[] || value instanceof Function;
    }

    private void printNil(int verb) {
        if (verb == 'T' || verb == 'v') out.writePadded("<nil>", flags);
        else badVerb(null, verb);
    }

    void badVerb(@Nullable Object value, int verb) {
        out.write("%!").write(Character.toString(verb)).write('(');
        if (value == null) {
            out.write("<nil>");
        } else {
            out.write(Types.name(value)).write('=');
            print(value, 'v', 0);
        }
        out.write(')');
    }

    private void print(Object value, int verb, int depth) {
        switch (value) {
            case Boolean bool -> printBoolean(bool, verb);
            case Long number -> printInteger(number, verb, value);
            case Integer number -> printInteger(number, verb, value);
            case Int64 number -> printInteger(number.longValue(), verb, value);
            case Byte number -> printInteger(number & 0xFF, verb, value);
            case Double number -> printFloat(number, verb);
            case String text -> printString(text, verb, value);
            case byte[] bytes -> printBytes(bytes, verb, depth);
            case GoObject object -> printString(object.print(), verb, value);
            case Map<?, ?> map -> printMap(map, verb, depth);
            case List<?> list -> printList(list, verb, depth);
            case Function function -> throw new FunctionException("a function cannot be printed");
            default -> throw new FunctionException(Types.kind(value));
        }
    }

    private void printBoolean(boolean value, int verb) {
        if (verb == 't' || verb == 'v') out.writePadded(value ? "true" : "false", flags);
        else badVerb(value, verb);
    }

    private void printInteger(long value, int verb, Object shown) {
        switch (verb) {
            case 'v', 'd' -> IntegerFormat.write(out, flags, value, 10, verb);
            case 'b' -> IntegerFormat.write(out, flags, value, 2, verb);
            case 'o', 'O' -> IntegerFormat.write(out, flags, value, 8, verb);
            case 'x', 'X' -> IntegerFormat.write(out, flags, value, 16, verb);
            case 'c' -> out.writePadded(Character.toString(IntegerFormat.codePoint(value)), flags);
            case 'q' ->
                out.writePadded(
                        Quoting.quote(Character.toString(IntegerFormat.codePoint(value)), '\'', flags.plus), flags);
            case 'U' -> IntegerFormat.writeUnicode(out, flags, value);
            default -> badVerb(shown, verb);
        }
    }

    private void printFloat(double value, int verb) {
        switch (verb) {
            case 'v' -> FloatFormat.write(out, flags, value, 'g', -1);
            case 'b', 'g', 'G', 'x', 'X' -> FloatFormat.write(out, flags, value, (char) verb, -1);
            case 'f', 'e', 'E' -> FloatFormat.write(out, flags, value, (char) verb, 6);
            case 'F' -> FloatFormat.write(out, flags, value, 'f', 6);
            default -> badVerb(value, verb);
        }
    }

    private void printString(String text, int verb, Object shown) {
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV && shown instanceof String) StringFormat.quoted(out, flags, text);
                else StringFormat.plain(out, flags, text);
            }
            case 's' -> StringFormat.plain(out, flags, text);
            case 'x', 'X' -> StringFormat.hex(out, flags, text, verb == 'X');
            case 'q' -> StringFormat.quoted(out, flags, text);
            default -> badVerb(shown, verb);
        }
    }

    private void printBytes(byte[] bytes, int verb, int depth) {
        switch (verb) {
            case 's' -> StringFormat.plain(out, flags, new String(bytes, StandardCharsets.UTF_8));
            case 'q' -> StringFormat.quoted(out, flags, new String(bytes, StandardCharsets.UTF_8));
            case 'x', 'X' -> StringFormat.hex(out, flags, bytes, verb == 'X');
            default -> printEachByte(bytes, verb, depth);
        }
    }

    private void printEachByte(byte[] bytes, int verb, int depth) {
        String type = depth == 0 ? "[]byte" : "[]uint8";
        out.write(flags.sharpV ? type + "{" : "[");
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) separate();
            if (flags.sharpV) out.write("0x" + Integer.toHexString(bytes[i] & 0xFF));
            else print((Object) bytes[i], verb, depth + 1);
        }
        out.write(flags.sharpV ? '}' : ']');
    }

    private void printMap(Map<?, ?> map, int verb, int depth) {
        out.write(flags.sharpV ? "map[string]interface {}{" : "map[");
        boolean first = true;
        for (String key : StringOrder.keys(map)) {
            if (!first) separate();
            first = false;
            print(key, verb, depth + 1);
            out.write(':');
            printElement(map.get(key), verb, depth);
        }
        out.write(flags.sharpV ? '}' : ']');
    }

    private void printList(List<?> list, int verb, int depth) {
        out.write(flags.sharpV ? "[]interface {}{" : "[");
        boolean first = true;
        for (Object element : list) {
            if (!first) separate();
            first = false;
            printElement(element, verb, depth);
        }
        out.write(flags.sharpV ? '}' : ']');
    }

    private void printElement(@Nullable Object element, int verb, int depth) {
        if (depth >= DEEPEST) throw new FunctionException("the value is nested deeper than " + DEEPEST + " levels");
        if (element == null) out.write(flags.sharpV ? "interface {}(nil)" : "<nil>");
        else print(element, verb, depth + 1);
    }

    private void separate() {
        out.write(flags.sharpV ? ", " : " ");
    }
}
