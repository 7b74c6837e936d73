package dev.slipway.template.syntax;

import static dev.slipway.template.syntax.BinaryOperator.ADD;
import static dev.slipway.template.syntax.BinaryOperator.AND;
import static dev.slipway.template.syntax.BinaryOperator.CONCAT;
import static dev.slipway.template.syntax.BinaryOperator.DIVIDE;
import static dev.slipway.template.syntax.BinaryOperator.EQUAL;
import static dev.slipway.template.syntax.BinaryOperator.GREATER;
import static dev.slipway.template.syntax.BinaryOperator.GREATER_OR_EQUAL;
import static dev.slipway.template.syntax.BinaryOperator.IN;
import static dev.slipway.template.syntax.BinaryOperator.LESS;
import static dev.slipway.template.syntax.BinaryOperator.LESS_OR_EQUAL;
import static dev.slipway.template.syntax.BinaryOperator.MODULO;
import static dev.slipway.template.syntax.BinaryOperator.MULTIPLY;
import static dev.slipway.template.syntax.BinaryOperator.OR;
import static dev.slipway.template.syntax.BinaryOperator.POWER;
import static dev.slipway.template.syntax.BinaryOperator.STRICTLY_EQUAL;
import static dev.slipway.template.syntax.BinaryOperator.STRICTLY_UNEQUAL;
import static dev.slipway.template.syntax.BinaryOperator.SUBTRACT;
import static dev.slipway.template.syntax.BinaryOperator.UNEQUAL;

import org.jspecify.annotations.Nullable;

/** nunjucks' operators, from inline ifs down to signs and filters; what they stand between is read by {@link OperandParser}. */
final class ExpressionParser {

    private static final BinaryOperator[] ARITHMETIC_AND_COMPARISON = {
        EQUAL,
        STRICTLY_EQUAL,
        UNEQUAL,
        STRICTLY_UNEQUAL,
        LESS,
        GREATER,
        LESS_OR_EQUAL,
        GREATER_OR_EQUAL,
        CONCAT,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    };

    private final Tokens tokens;
    private final OperandParser operands;

    ExpressionParser(Tokens tokens, Names names) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, names, this);
    }

    Expr expression() {
        tokens.enter();
        Expr then = or().grouped();
        if (tokens.peek().is("if")) {
            int offset = tokens.next().offset();
            Expr condition = or().grouped();
            Expr otherwise = tokens.skip("else") ? expression() : null;
            then = new Expr.InlineIf(condition, then, otherwise, offset);
        }
        tokens.leave();
        return then;
    }

    private Chain or() {
        Chain chain = and();
        for (Token or = operator(OR); or != null; or = operator(OR)) {
            chain.append(OR, or.offset(), and());
        }
        return chain;
    }

    private Chain and() {
        Chain chain = not();
        for (Token and = operator(AND); and != null; and = operator(AND)) {
            chain.append(AND, and.offset(), not());
        }
        return chain;
    }

    private Chain not() {
        Token token = tokens.peek();
        if (!tokens.skip("not")) {
            return in();
        }
        tokens.enter();
        Chain operand = not();
        tokens.leave();
        return operand.negated(token.offset());
    }

    private Chain in() {
        Chain left = is();
        while (true) {
            Token first = tokens.peek();
            boolean negated = first.is("not") && tokens.peekSecond().is("in");
            if (negated) {
                tokens.next();
            }
            if (!tokens.skip("in")) {
                return left;
            }
            Expr in = new Expr.Binary(IN, left.grouped(), is().grouped(), first.offset());
            left = Chain.of(negated ? new Expr.Unary(Expr.UnaryOperator.NOT, in, first.offset()) : in);
        }
    }

    private Chain is() {
        Chain value = comparison();
        Token is = tokens.peek();
        if (!tokens.skip("is")) {
            return value;
        }
        boolean negated = tokens.skip("not");
        int offset = tokens.peek().offset();
        String test = tokens.name();
        return Chain.of(new Expr.Tested(
                value.grouped(),
                test.equals("none") ? "null" : test,
                operands.optionalArguments(),
                negated,
                Math.max(is.offset(), offset)));
    }

    private Chain comparison() {
        Chain chain = floorDivision();
        while (true) {
            Token token = tokens.peek();
            BinaryOperator operator = oneOf(token);
            if (operator == null) {
                return chain;
            }
            tokens.next();
            chain.append(operator, token.offset(), floorDivision());
        }
    }

    private @Nullable BinaryOperator oneOf(Token token) {
        for (BinaryOperator operator : ARITHMETIC_AND_COMPARISON) {
            if (token.is(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    private Chain floorDivision() {
        Chain left = modulo();
        for (Token token = tokens.peek(); tokens.skip("//"); token = tokens.peek()) {
            Expr divided = left.append(DIVIDE, token.offset(), modulo()).grouped();
            left = Chain.of(new Expr.Unary(Expr.UnaryOperator.FLOOR, divided, token.offset()));
        }
        return left;
    }

    private Chain modulo() {
        Chain chain = Chain.of(power());
        for (Token token = operator(MODULO); token != null; token = operator(MODULO)) {
            chain.append(MODULO, token.offset(), Chain.of(power()));
        }
        return chain;
    }

    private Expr power() {
        Expr base = operands.filtered(signed());
        for (Token token = operator(POWER); token != null; token = operator(POWER)) {
            base = new Expr.Binary(POWER, base, operands.filtered(signed()), token.offset());
        }
        return base;
    }

    private Expr signed() {
        Token token = tokens.peek();
        boolean minus = tokens.skip("-");
        if (!minus && !tokens.skip("+")) {
            return operands.operand();
        }
        tokens.enter();
        Expr operand = signed();
        tokens.leave();
        return new Expr.Unary(minus ? Expr.UnaryOperator.MINUS : Expr.UnaryOperator.PLUS, operand, token.offset());
    }

    /** Takes the next token if it is this operator. */
    private @Nullable Token operator(BinaryOperator operator) {
        return tokens.peek().is(operator.symbol()) ? tokens.next() : null;
    }
}
