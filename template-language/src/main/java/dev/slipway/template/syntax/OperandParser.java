package dev.slipway.template.syntax;

import dev.slipway.template.regex.Regex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operators stand between: literals, names, lists and maps, with their members, calls and filters. */
final class OperandParser {

    private final Tokens tokens;
    private final Names names;
    private final ExpressionParser expressions;

    OperandParser(Tokens tokens, Names names, ExpressionParser expressions) {
        this.tokens = tokens;
        this.names = names;
        this.expressions = expressions;
    }

    /** A primary expression with all members and calls that follow. */
    Expr operand() {
        Expr value = primary();
        while (true) {
            Token token = tokens.peek();
            if (token.is("(") && token.kind() == Token.Kind.OPERATOR) {
                value = new Expr.Call(value, optionalArguments(), value.offset());
            } else if (tokens.skip("[")) {
                Expr key = expressions.expression();
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

    Expr filtered(Expr value) {
        Expr result = value;
        while (tokens.skip("|")) {
            int offset = tokens.peek().offset();
            result = new Expr.Filtered(result, filterName(), optionalArguments(), offset);
        }
        return result;
    }

    String filterName() {
        StringBuilder name = new StringBuilder(tokens.name());
        while (tokens.skip(".")) {
            name.append('.').append(tokens.name());
        }
        return name.toString();
    }

    Expr.Given optionalArguments() {
        if (!tokens.skip("(")) {
            return Expr.Given.NOTHING;
        }
        List<Expr> positional = new ArrayList<>();
        Map<String, Expr> named = new LinkedHashMap<>();
        while (!tokens.skip(")")) {
            if (!positional.isEmpty() || !named.isEmpty()) {
                tokens.expect(",");
            }
            argument(positional, named);
        }
        return new Expr.Given(List.copyOf(positional), named);
    }

    private void argument(List<Expr> positional, Map<String, Expr> named) {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.NAME && tokens.peekSecond().is("=")) {
            tokens.next();
            tokens.next();
            named.put(token.text(), expressions.expression());
        } else {
            positional.add(expressions.expression());
        }
    }

    private Expr primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case STRING -> new Expr.Literal(token.text(), token.offset());
            case NUMBER -> new Expr.Literal(number(token.text()), token.offset());
            case REGEX -> regex(token);
            case NAME -> name(token);
            case OPERATOR -> aggregate(token);
            case END -> throw tokens.problemAt(token.offset(), "An expression was expected here.");
        };
    }

    private Expr regex(Token token) {
        try {
            return new Expr.RegexLiteral(Regex.of(token.text(), token.extra()), token.offset());
        } catch (IllegalArgumentException e) {
            throw tokens.problemAt(token.offset(), String.valueOf(e.getMessage()));
        }
    }

    private static Number number(String text) {
        return text.indexOf('.') < 0 && text.length() <= 15
                ? (Number) Long.valueOf(text)
                : (Number) Double.valueOf(text);
    }

    private Expr name(Token token) {
        return switch (token.text()) {
            case "true" -> new Expr.Literal(true, token.offset());
            case "false" -> new Expr.Literal(false, token.offset());
            case "none", "null" -> new Expr.Literal(null, token.offset());
            default -> {
                Expr.Local local = names.local(token.text(), token.offset());
                yield local == null ? new Expr.Name(token.text(), token.offset()) : local;
            }
        };
    }

    private Expr aggregate(Token open) {
        return switch (open.text()) {
            case "(" -> {
                List<Expr> items = items(")");
                if (items.isEmpty()) {
                    throw tokens.problemAt(open.offset(), "An expression was expected between \"(\" and \")\".");
                }
                yield new Expr.Group(items, open.offset());
            }
            case "[" -> new Expr.ListLiteral(items("]"), open.offset());
            case "{" -> map(open.offset());
            default -> throw tokens.problemAt(open.offset(), open.described() + " was not expected here.");
        };
    }

    private List<Expr> items(String close) {
        List<Expr> items = new ArrayList<>();
        while (!tokens.skip(close)) {
            if (!items.isEmpty()) {
                tokens.expect(",");
            }
            items.add(expressions.expression());
        }
        return List.copyOf(items);
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
            entries.put(key.text(), expressions.expression());
        }
        return new Expr.MapLiteral(entries, offset);
    }
}
