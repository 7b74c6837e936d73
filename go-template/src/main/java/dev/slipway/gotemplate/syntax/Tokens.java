package dev.slipway.gotemplate.syntax;

import dev.slipway.gotemplate.Place;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.gotemplate.syntax.Token.Kind;

/** The tokens as the parser of one template reads them, with up to three given back; and its complaints. */
final class Tokens {

    private final Lexer lexer;
    private final String textName;
    private final Token[] ahead = new Token[3];
    private int given;
    private int line;
    private int actionLine;

    Tokens(Lexer lexer, String textName) {
        this.lexer = lexer;
        this.textName = textName;
    }

    /** Of the same text, for a template that is defined in it; only to be used when nothing is given back here. */
    Tokens fresh() {
        return new Tokens(lexer, textName);
    }

    Token next() {
        if (given > 0) return ahead[--given];
        return read();
    }

    Token peek() {
        Token token = next();
        given++;
        return token;
    }

    private Token read() {
        Token token = lexer.next();
        ahead[0] = token;
        line = token.line();
        return token;
    }

    void back() {
        given++;
    }

    /** Gives back one that was read before the last one, which is given back too. */
    void back(Token earlier) {
        ahead[1] = earlier;
        given = 2;
    }

    /** Gives back two that were read before the last one, which is given back too. */
    void back(Token earliest, Token earlier) {
        ahead[1] = earlier;
        ahead[2] = earliest;
        given = 3;
    }

    Token nextNonSpace() {
        Token token = next();
        while (token.is(Kind.SPACE)) token = next();
        return token;
    }

    Token peekNonSpace() {
        Token token = nextNonSpace();
        back();
        return token;
    }

    Token expect(Kind kind, String context) {
        Token token = nextNonSpace();
        if (!token.is(kind)) throw unexpected(token, context);
        return token;
    }

    /** For errors in the lexer: where the action that they are in began; 0 outside of actions. */
    void actionBegins(int atLine) {
        actionLine = atLine;
    }

    TemplateException unexpected(Token token, String context) {
        if (token.is(Kind.ERROR)) return error(token.shown() + actionStart(token));
        return error("unexpected " + token.shown() + " in " + context);
    }

    private String actionStart(Token token) {
        if (actionLine == 0 || actionLine == token.line()) return "";
        String in = token.text().endsWith(" action") ? "" : " in action";
        return in + " started at " + textName + ":" + actionLine;
    }

    TemplateException error(String message) {
        return new TemplateException(
                new Place(textName, line, 0), "template: " + textName + ":" + line + ": " + message);
    }
}
