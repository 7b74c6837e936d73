package dev.slipway.gotemplate.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Go's quoted constants, read. Bytes that are no UTF-8 become the replacement character. */
final class Unquoting {

    private final String text;
    private final char quote;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at = 1;

    private Unquoting(String text) {
        this.text = text;
        this.quote = text.charAt(0);
    }

    /** The value of a string constant, quotes included. */
    static String string(String quoted) throws MalformedException {
        String inner = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '`') return inner.replace("\r", "");
        if (inner.indexOf('\\') < 0) return inner;
        return new Unquoting(quoted).read();
    }

    /** The value of a character constant, quotes included. */
    static int character(String quoted) throws MalformedException {
        Unquoting reading = new Unquoting(quoted);
        int value = reading.one();
        if (reading.at != quoted.length() - 1) {
            throw new MalformedException("malformed character constant: " + quoted);
        }
        return value;
    }

    private String read() throws MalformedException {
        while (at < text.length() - 1) {
            boolean isByte = text.startsWith("\\x", at) || (isOctal(at + 1) && text.charAt(at) == '\\');
            int value = one();
            if (isByte) bytes.write(value);
            else bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean isOctal(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '7';
    }

    private int one() throws MalformedException {
        int c = text.codePointAt(at);
        if (c == quote) throw new MalformedException("invalid syntax");
        at += Character.charCount(c);
        return c == '\\' ? escaped() : c;
    }

    private int escaped() throws MalformedException {
        char c = text.charAt(at++);
        return switch (c) {
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case '\\' -> '\\';
            case 'x' -> digits(2, 16, 0xFF);
            case 'u' -> codePoint(digits(4, 16, Character.MAX_CODE_POINT));
            case 'U' -> codePoint(digits(8, 16, Character.MAX_CODE_POINT));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> quoteItself(c);
        };
    }

    private int octal() throws MalformedException {
        at--;
        return digits(3, 8, 0xFF);
    }

    private int quoteItself(char c) throws MalformedException {
        if (c != quote) throw new MalformedException("invalid syntax");
        return c;
    }

    private static int codePoint(int value) throws MalformedException {
        if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
            throw new MalformedException("invalid syntax");
        }
        return value;
    }

    private int digits(int count, int radix, int most) throws MalformedException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int digit = at < text.length() - 1 && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
            if (digit < 0) throw new MalformedException("invalid syntax");
            value = value * radix + digit;
            at++;
        }
        if (value > most) throw new MalformedException("invalid syntax");
        return (int) value;
    }
}
