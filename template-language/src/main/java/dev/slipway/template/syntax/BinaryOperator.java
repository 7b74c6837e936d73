package dev.slipway.template.syntax;

/** Operators with two operands, as they are written. */
public enum BinaryOperator {
    OR("or"),
    AND("and"),
    IN("in"),
    NOT_IN("not in"),
    EQUAL("=="),
    STRICTLY_EQUAL("==="),
    UNEQUAL("!="),
    STRICTLY_UNEQUAL("!=="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    CONCAT("~"),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether nunjucks writes it between its operands as they are, rather than as a call. */
    boolean writtenBetween() {
        return switch (this) {
            case OR, AND, IN, NOT_IN, FLOOR_DIVIDE, POWER -> false;
            case EQUAL,
                    STRICTLY_EQUAL,
                    UNEQUAL,
                    STRICTLY_UNEQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    CONCAT,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    MODULO -> true;
        };
    }
}
