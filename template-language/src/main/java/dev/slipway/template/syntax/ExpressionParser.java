package dev.slipway.template.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * nunjucks' expression grammar, level by level. nunjucks writes most operators into JavaScript without parentheses, so that
 * JavaScript's precedence decides; that is what the levels of this parser are.
 */
final class ExpressionParser {

    private static final int DEEPEST = 150;

    private final Tokens tokens;
    private int depth;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expr expression() {
        if (++depth > DEEPEST) {
            throw tokens.problem("The expression is nested more than " + DEEPEST + " levels deep.");
        }
        Expr then = or();
        if (tokens.peek().is("if")) {
            int offset = tokens.next().offset();
            Expr condition = or();
            Expr otherwise = tokens.skip("else") ? expression() : null;
            then = new Expr.InlineIf(condition, then, otherwise, offset);
        }
        depth--;
        return then;
    }

    private Expr or() {
        return leftToRight(this::and, BinaryOperator.OR);
    }

    private Expr and() {
        return leftToRight(this::not, BinaryOperator.AND);
    }

    private Expr not() {
        if (!tokens.peek().is("not")) {
            return in();
        }
        int offset = tokens.next().offset();
        if (++depth > DEEPEST) {
            throw tokens.problem("The expression is nested more than " + DEEPEST + " levels deep.");
        }
        Expr operand = not();
        depth--;
        return negated(operand, offset);
    }

    /** {@code not a == b} becomes {@code !a == b} in nunjucks: the sign belongs to the leftmost operand. */
    private static Expr negated(Expr operand, int offset) {
        return operand instanceof Expr.Binary binary && binary.operator().writtenBetween()
                ? new Expr.Binary(binary.operator(), negated(binary.left(), offset), binary.right(), binary.offset())
                : new Expr.Unary(Expr.UnaryOperator.NOT, operand, offset);
    }

    private Expr in() {
        Expr left = is();
        while (true) {
            int offset = tokens.peek().offset();
            if (tokens.peek().is("not") && tokens.peekSecond().is("in")) {
                tokens.next();
                tokens.next();
                left = new Expr.Binary(BinaryOperator.NOT_IN, left, is(), offset);
            } else if (tokens.skip("in")) {
                left = new Expr.Binary(BinaryOperator.IN, left, is(), offset);
            } else {
                return left;
            }
        }
    }

    private Expr is() {
        Expr value = comparison();
        if (!tokens.peek().is("is")) {
            return value;
        }
        int offset = tokens.next().offset();
        boolean negated = tokens.skip("not");
        String test = tokens.name();
        return new Expr.Tested(value, test, optionalArguments(), negated, offset);
    }

    private Expr comparison() {
        return leftToRight(
                this::sum,
                BinaryOperator.EQUAL,
                BinaryOperator.STRICTLY_EQUAL,
                BinaryOperator.UNEQUAL,
                BinaryOperator.STRICTLY_UNEQUAL,
                BinaryOperator.LESS,
                BinaryOperator.GREATER,
                BinaryOperator.LESS_OR_EQUAL,
                BinaryOperator.GREATER_OR_EQUAL);
    }

    /** {@code ~} is a {@code +} with an empty text in between. */
    private Expr sum() {
        return leftToRight(this::product, BinaryOperator.CONCAT, BinaryOperator.ADD, BinaryOperator.SUBTRACT);
    }

    private Expr product() {
        return leftToRight(this::floorDivide, BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE, BinaryOperator.MODULO);
    }

    private Expr floorDivide() {
        return leftToRight(this::power, BinaryOperator.FLOOR_DIVIDE);
    }

    private Expr power() {
        return leftToRight(() -> unary(true), BinaryOperator.POWER);
    }

    private Expr leftToRight(Supplier<Expr> operand, BinaryOperator... operators) {
        Expr left = operand.get();
        while (true) {
            BinaryOperator operator = match(operators);
            if (operator == null) {
                return left;
            }
            int offset = tokens.next().offset();
            left = new Expr.Binary(operator, left, operand.get(), offset);
        }
    }

    private @Nullable BinaryOperator match(BinaryOperator... operators) {
        for (BinaryOperator operator : operators) {
            if (tokens.peek().is(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    private Expr unary(boolean filters) {
        Token token = tokens.peek();
        Expr value;
        if (tokens.skip("-")) {
            value = new Expr.Unary(Expr.UnaryOperator.MINUS, nested(), token.offset());
        } else if (tokens.skip("+")) {
            value = new Expr.Unary(Expr.UnaryOperator.PLUS, nested(), token.offset());
        } else {
            value = postfix(primary());
        }
        return filters ? filtered(value) : value;
    }

    private Expr nested() {
        if (++depth > DEEPEST) {
            throw tokens.problem("The expression is nested more than " + DEEPEST + " levels deep.");
        }
        Expr value = unary(false);
        depth--;
        return value;
    }

    private Expr filtered(Expr value) {
        Expr result = value;
        while (tokens.skip("|")) {
            int offset = tokens.peek().offset();
            StringBuilder name = new StringBuilder(tokens.name());
            while (tokens.skip(".")) {
                name.append('.').append(tokens.name());
            }
            result = new Expr.Filtered(result, name.toString(), optionalArguments(), offset);
        }
        return result;
    }

    private Expr postfix(Expr primary) {
        Expr value = primary;
        while (true) {
            Token token = tokens.peek();
            if (token.is("(") && token.kind() == Token.Kind.OPERATOR) {
                value = new Expr.Call(value, optionalArguments(), value.offset());
            } else if (tokens.skip("[")) {
                Expr key = expression();
                tokens.expect("]");
                value = new Expr.Member(value, key, token.offset());
            } else if (tokens.skip(".")) {
                int offset = tokens.peek().offset();
                value = new Expr.Member(value, new Expr.Literal(tokens.name(), offset), offset);
            } else {
                return value;
            }
        }
    }

    private Expr.Given optionalArguments() {
        if (!tokens.skip("(")) {
            return Expr.Given.NOTHING;
        }
        List<Expr> positional = new ArrayList<>();
        Map<String, Expr> named = new LinkedHashMap<>();
        while (!tokens.skip(")")) {
            if (!positional.isEmpty() || !named.isEmpty()) {
                tokens.expect(",");
            }
            Expr argument = expression();
            if (argument instanceof Expr.Name name && tokens.skip("=")) {
                named.put(name.name(), expression());
            } else {
                positional.add(argument);
            }
        }
        return new Expr.Given(List.copyOf(positional), named);
    }

    private Expr primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case STRING -> new Expr.Literal(token.text(), token.offset());
            case NUMBER -> new Expr.Literal(number(token.text()), token.offset());
            case REGEX -> new Expr.Regex(token.text(), token.extra(), token.offset());
            case NAME -> name(token);
            case OPERATOR -> aggregate(token);
            case END -> throw tokens.problemAt(token.offset(), "An expression was expected here.");
        };
    }

    private static Number number(String text) {
        if (text.indexOf('.') < 0 && text.length() <= 15) {
            return Long.valueOf(text);
        }
        return Double.valueOf(text);
    }

    private static Expr name(Token token) {
        return switch (token.text()) {
            case "true" -> new Expr.Literal(true, token.offset());
            case "false" -> new Expr.Literal(false, token.offset());
            case "none", "null" -> new Expr.Literal(null, token.offset());
            default -> new Expr.Name(token.text(), token.offset());
        };
    }

    private Expr aggregate(Token open) {
        return switch (open.text()) {
            case "(" -> {
                Expr inside = expression();
                tokens.expect(")");
                yield new Expr.Group(inside, open.offset());
            }
            case "[" -> list(open.offset());
            case "{" -> map(open.offset());
            default -> throw tokens.problemAt(open.offset(), open.described() + " was not expected here.");
        };
    }

    private Expr list(int offset) {
        List<Expr> items = new ArrayList<>();
        while (!tokens.skip("]")) {
            if (!items.isEmpty()) {
                tokens.expect(",");
            }
            items.add(expression());
        }
        return new Expr.ListLiteral(List.copyOf(items), offset);
    }

    private Expr map(int offset) {
        Map<String, Expr> entries = new LinkedHashMap<>();
        while (!tokens.skip("}")) {
            if (!entries.isEmpty()) {
                tokens.expect(",");
            }
            Token key = tokens.next();
            if (key.kind() != Token.Kind.STRING && key.kind() != Token.Kind.NAME) {
                throw tokens.problemAt(key.offset(), "A key must be a name or a text, not " + key.described() + ".");
            }
            tokens.expect(":");
            entries.put(key.text(), expression());
        }
        return new Expr.MapLiteral(entries, offset);
    }
}
