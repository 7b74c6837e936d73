package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.small;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Signature;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts: cut, padded, quoted, compared. */
final class TextFunctions {

    private TextFunctions() {}

    static void declare(Declarations to) {
        to.add("hello", taking(), a -> "Hello!")
                .add("upper", taking(STRING), a -> mapped(text(a, 0), Character::toUpperCase))
                .add("lower", taking(STRING), a -> mapped(text(a, 0), Character::toLowerCase))
                .add("trim", taking(STRING), a -> trimmed(text(a, 0)))
                .add("trimAll", taking(STRING, STRING), a -> trimmed(text(a, 1), text(a, 0)))
                .add("trimall", taking(STRING, STRING), a -> trimmed(text(a, 1), text(a, 0)))
                .add("trimPrefix", taking(STRING, STRING), a -> withoutPrefix(text(a, 1), text(a, 0)))
                .add("trimSuffix", taking(STRING, STRING), a -> withoutSuffix(text(a, 1), text(a, 0)))
                .add("contains", taking(STRING, STRING), a -> text(a, 1).contains(text(a, 0)))
                .add("hasPrefix", taking(STRING, STRING), a -> text(a, 1).startsWith(text(a, 0)))
                .add("hasSuffix", taking(STRING, STRING), a -> text(a, 1).endsWith(text(a, 0)))
                .add("trunc", taking(INT, STRING), a -> cut(small(a, 0), text(a, 1)))
                .add("substr", taking(INT, INT, STRING), a -> part(small(a, 0), small(a, 1), text(a, 2)))
                .call("repeat", taking(INT, STRING), TextFunctions::repeat)
                .call(
                        "replace",
                        taking(STRING, STRING, STRING),
                        (call, a) -> replaced(call, text(a, 2), text(a, 0), text(a, 1)))
                .add("plural", taking(STRING, STRING, INT), a -> small(a, 2) == 1 ? text(a, 0) : text(a, 1));
        declareLayout(to);
        declareLists(to);
    }

    private static void declareLayout(Declarations to) {
        to.call("indent", taking(INT, STRING), (call, a) -> indented(call, small(a, 0), text(a, 1)))
                .call("nindent", taking(INT, STRING), (call, a) -> "\n" + indented(call, small(a, 0), text(a, 1)))
                .writing("quote", Signature.any(), a -> joined(a, text -> GoValues.quote(Arguments.string(text))))
                .writing("squote", Signature.any(), a -> joined(a, text -> "'" + GoValues.print(text) + "'"))
                .writing("cat", Signature.any(), a -> joined(a, GoValues::print))
                .finding("toString", taking(ANY), a -> Arguments.string(a.getFirst()));
    }

    private static void declareLists(Declarations to) {
        to.call(
                        "split",
                        taking(STRING, STRING),
                        (call, a) -> Splits.numbered(call, Splits.of(call, text(a, 1), text(a, 0), -1)))
                .call(
                        "splitn",
                        taking(STRING, INT, STRING),
                        (call, a) -> Splits.numbered(call, Splits.of(call, text(a, 2), text(a, 0), small(a, 1))))
                .call("splitList", taking(STRING, STRING), (call, a) -> Splits.of(call, text(a, 1), text(a, 0), -1))
                .writing("toStrings", taking(ANY), a -> Arguments.strings(a.getFirst()))
                .call("join", taking(STRING, ANY), (call, a) -> joined(call, text(a, 0), a.get(1)))
                .writing("sortAlpha", taking(ANY), a -> sorted(a.getFirst()));
    }

    private static List<String> sorted(@Nullable Object value) {
        return Casts.isList(value)
                ? Arguments.strings(value).stream().sorted(GoValues::compare).toList()
                : List.of(Arguments.string(value));
    }

    static String mapped(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What Go's unicode.IsSpace takes for white space. */
    static boolean isSpace(int point) {
        return point == ' '
                || (point >= '\t' && point <= '\r')
                || point == 0x85
                || point == 0xA0
                || point == 0x1680
                || (point >= 0x2000 && point <= 0x200a)
                || point == 0x2028
                || point == 0x2029
                || point == 0x202f
                || point == 0x205f
                || point == 0x3000;
    }

    private static String trimmed(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    /** The first bytes, or with a negative number the last. */
    private static String cut(int size, String text) {
        Bytes bytes = new Bytes(text);
        if (size < 0 && bytes.length() + size > 0) {
            return bytes.from(bytes.length() + size);
        }
        return size >= 0 && bytes.length() > size ? bytes.between(0, size) : text;
    }

    private static String part(int start, int end, String text) {
        Bytes bytes = new Bytes(text);
        if (start < 0) {
            return bytes.between(0, end);
        }
        return end < 0 || end > bytes.length() ? bytes.from(start) : bytes.between(start, end);
    }

    private static String repeat(Call call, List<@Nullable Object> a) {
        int count = small(a, 0);
        if (count < 0) {
            throw new FunctionException("strings: negative Repeat count");
        }
        call.checkRoom((long) count * text(a, 1).length());
        return text(a, 1).repeat(count);
    }

    private static String indented(Call call, int spaces, String text) {
        if (spaces < 0) {
            throw new FunctionException("strings: negative Repeat count");
        }
        long lines = 1 + text.chars().filter(c -> c == '\n').count();
        call.checkRoom(text.length() + lines * spaces);
        String pad = " ".repeat(spaces);
        return pad + text.replace("\n", "\n" + pad);
    }

    private static String replaced(Call call, String text, String old, String with) {
        long more = with.length() - (long) old.length();
        if (more > 0) {
            call.checkRoom(text.length() + more * occurrences(text, old));
        }
        return text.replace(old, with);
    }

    private static long occurrences(String text, String part) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static String joined(Call call, String separator, @Nullable Object values) {
        call.reserveCopy(values);
        List<String> texts = Arguments.strings(values);
        call.checkRoom((long) separator.length() * texts.size());
        return String.join(separator, texts);
    }

    /** What is not nil, with spaces between. */
    private static String joined(List<@Nullable Object> values, java.util.function.Function<Object, String> form) {
        return values.stream().filter(Objects::nonNull).map(form).collect(Collectors.joining(" "));
    }
}
