package dev.slipway.template.syntax;

/** Operators with two operands, as they are written; those that bind tighter have the higher precedence, as in JavaScript. */
public enum BinaryOperator {
    OR("or", 1),
    AND("and", 2),
    EQUAL("==", 3),
    STRICTLY_EQUAL("===", 3),
    UNEQUAL("!=", 3),
    STRICTLY_UNEQUAL("!==", 3),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4),
    CONCAT("~", 5),
    ADD("+", 5),
    SUBTRACT("-", 5),
    MULTIPLY("*", 6),
    DIVIDE("/", 6),
    MODULO("%", 6),
    POWER("**", 7),
    IN("in", 7);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    int precedence() {
        return precedence;
    }
}
