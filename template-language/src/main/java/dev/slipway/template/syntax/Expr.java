package dev.slipway.template.syntax;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression. Each knows the offset in its source at which its problems are reported. */
public sealed interface Expr {

    int offset();

    /** A text, number, boolean or null. */
    record Literal(@Nullable Object value, int offset) implements Expr {}

    /** {@code (inside)}. */
    record Group(Expr inside, int offset) implements Expr {}

    record Regex(String pattern, String flags, int offset) implements Expr {}

    record Name(String name, int offset) implements Expr {}

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

    /** Arguments as written. */
    record Given(List<Expr> positional, Map<String, Expr> named) {
        static final Given NOTHING = new Given(List.of(), Map.of());
    }

    /** Operators with one operand. */
    enum UnaryOperator {
        NOT,
        MINUS,
        PLUS
    }
}
