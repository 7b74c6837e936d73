package dev.slipway.template.syntax;

import dev.slipway.template.regex.Regex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression. Each knows the offset in its source at which its problems are reported. */
public sealed interface Expr {

    int offset();

    /** A text, number, boolean or null. */
    record Literal(@Nullable Object value, int offset) implements Expr {}

    /** {@code (a)}, or {@code (a, b)}, whose value is the last one's. */
    record Group(List<Expr> items, int offset) implements Expr {}

    record RegexLiteral(Regex regex, int offset) implements Expr {}

    /** A name that is looked up when the template runs. */
    record Name(String name, int offset) implements Expr {}

    /**
     * A name that is known where it is written: a loop's variable, a macro's parameter, a macro.
     *
     * @param hops how many call blocks lie between here and the routine that it belongs to
     * @param slot its number among that routine's
     */
    record Local(String name, int hops, int slot, int offset) implements Expr {}

    /** {@code target.key} or {@code target[key]}. */
    record Member(Expr target, Expr key, int offset) implements Expr {}

    record Call(Expr callee, Given given, int offset) implements Expr {}

    record Filtered(Expr value, String filter, Given given, int offset) implements Expr {}

    /** {@code value is test(…)}. */
    record Tested(Expr value, String test, Given given, boolean negated, int offset) implements Expr {}

    record Unary(UnaryOperator operator, Expr operand, int offset) implements Expr {}

    record Binary(BinaryOperator operator, Expr left, Expr right, int offset) implements Expr {}

    /** {@code then if condition else otherwise}; without else the other value is an empty text. */
    record InlineIf(Expr condition, Expr then, @Nullable Expr otherwise, int offset) implements Expr {}

    record ListLiteral(List<Expr> items, int offset) implements Expr {}

    record MapLiteral(Map<String, Expr> entries, int offset) implements Expr {}

    /** The text that tags make: what a block {@code set} keeps and a {@code filter} block changes. */
    record Captured(List<Node> body, int offset) implements Expr {}

    /** What a {@code call} block hands to the macro as {@code caller}. */
    record Caller(Routine routine, int offset) implements Expr {}

    /** Arguments as written. */
    record Given(List<Expr> positional, Map<String, Expr> named) {
        static final Given NOTHING = new Given(List.of(), Map.of());
    }

    /** Operators with one operand. */
    enum UnaryOperator {
        NOT,
        MINUS,
        PLUS,
        /** Rounds down, for {@code //}. */
        FLOOR
    }
}
