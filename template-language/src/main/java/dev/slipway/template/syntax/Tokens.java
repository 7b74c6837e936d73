package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import java.util.List;

/** A cursor over the tokens of one tag. */
final class Tokens {

    private static final int DEEPEST = 80;

    private final Source source;
    private final List<Token> tokens;
    private final int start;
    private final int end;
    private int at;
    private int depth;

    Tokens(Source source, List<Token> tokens, int start, int end) {
        this.source = source;
        this.tokens = tokens;
        this.start = start;
        this.end = end;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next token if it is this operator or word. */
    boolean skip(String operatorOrName) {
        boolean matches = peek().is(operatorOrName);
        if (matches) {
            next();
        }
        return matches;
    }

    void expect(String operatorOrName) {
        if (!skip(operatorOrName)) {
            throw problem("\"" + operatorOrName + "\" was expected, not " + peek().described() + ".");
        }
    }

    String name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw problem("A name was expected, not " + peek().described() + ".");
        }
        return next().text();
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw problem(peek().described() + " was not expected here.");
        }
    }

    /** Begins to read something that can contain itself; refuses what is nested too deep to be read safely. */
    void enter() {
        if (++depth > DEEPEST) {
            throw problem("The expression is nested more than " + DEEPEST + " levels deep.");
        }
    }

    void leave() {
        depth--;
    }

    TemplateException problem(String reason) {
        return problemAt(peek().offset(), reason);
    }

    TemplateException problemAt(int offset, String reason) {
        return source.problem(offset, source.excerpt(start, end), reason);
    }
}
