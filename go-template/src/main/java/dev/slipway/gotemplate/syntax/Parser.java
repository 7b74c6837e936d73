package dev.slipway.gotemplate.syntax;

import dev.slipway.gotemplate.Delimiters;
import dev.slipway.gotemplate.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one template; what it defines is read by parsers of their own, from the same tokens. */
public final class Parser {

    /** Deeper than anybody writes, and shallow enough for a thread's stack. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Pipelines pipelines;
    private final Map<String, Body> defined;
    private final Predicate<String> functions;
    private int depth;
    private int ranges;
    private @Nullable Token pendingElse;

    private Parser(Tokens tokens, Map<String, Body> defined, Predicate<String> functions, int depth) {
        this.tokens = tokens;
        this.pipelines = new Pipelines(tokens, functions);
        this.defined = defined;
        this.functions = functions;
        this.depth = depth;
    }

    /**
     * The templates of a text by name: its own, and those that it defines.
     *
     * @throws dev.slipway.gotemplate.TemplateException when it is none
     */
    public static Map<String, Body> parse(
            String name, String text, Delimiters delimiters, Predicate<String> functions) {
        Tokens tokens = new Tokens(new Lexer(text, delimiters), name);
        Map<String, Body> defined = new LinkedHashMap<>();
        Parser parser = new Parser(tokens, defined, functions, 0);
        parser.define(name, parser.wholeText());
        return defined;
    }

    private Body wholeText() {
        int position = tokens.peek().position();
        List<Statement> statements = new ArrayList<>();
        while (!tokens.peek().is(Kind.END_OF_TEXT)) {
            if (!definition()) statements.add(statement());
        }
        return new Body(position, List.copyOf(statements));
    }

    private Statement statement() {
        Statement statement = textOrAction();
        if (statement == null) throw tokens.error("unexpected " + ending());
        return statement;
    }

    /** Reads a definition, when there is one; they stand nowhere but at the top. */
    private boolean definition() {
        if (!tokens.peek().is(Kind.LEFT_DELIMITER)) return false;
        Token delimiter = tokens.next();
        if (!tokens.nextNonSpace().is(Kind.DEFINE)) {
            tokens.back(delimiter);
            return false;
        }
        String context = "define clause";
        Parser parser = inner();
        String name = parser.templateName(parser.tokens.nextNonSpace(), context);
        parser.tokens.expect(Kind.RIGHT_DELIMITER, context);
        parser.define(name, parser.definedBody(context, parser.tokens));
        return true;
    }

    private Parser inner() {
        if (depth >= DEEPEST) throw tooDeep();
        return new Parser(tokens.fresh(), defined, functions, depth + 1);
    }

    private Body definedBody(String context, Tokens complaining) {
        Body body = body();
        if (pendingElse != null) throw complaining.error("unexpected {{else}} in " + context);
        return body;
    }

    private void define(String name, Body body) {
        Body before = defined.get(name);
        if (before == null || before.isEmpty()) defined.put(name, body);
        else if (!body.isEmpty())
            throw tokens.error("template: multiple definition of template " + Quoting.quote(name));
    }

    /** Reads to the end or the else that closes it; {@link #pendingElse} tells which. */
    private Body body() {
        if (++depth > DEEPEST) throw tooDeep();
        int position = tokens.peekNonSpace().position();
        List<Statement> statements = new ArrayList<>();
        while (!tokens.peekNonSpace().is(Kind.END_OF_TEXT)) {
            Statement statement = textOrAction();
            if (statement == null) {
                depth--;
                return new Body(position, List.copyOf(statements));
            }
            statements.add(statement);
        }
        throw tokens.error("unexpected EOF");
    }

    private RuntimeException tooDeep() {
        return tokens.error("actions are nested deeper than " + DEEPEST + " levels");
    }

    /** Null for what closes a body. */
    private @Nullable Statement textOrAction() {
        Token token = tokens.nextNonSpace();
        if (token.is(Kind.TEXT)) return new Statement.Text(token.position(), token.text());
        if (!token.is(Kind.LEFT_DELIMITER)) throw tokens.unexpected(token, "input");
        tokens.actionBegins(token.line());
        Statement statement = action();
        tokens.actionBegins(0);
        return statement;
    }

    private @Nullable Statement action() {
        Token token = tokens.nextNonSpace();
        return switch (token.kind()) {
            case BLOCK -> block();
            case BREAK -> leave("{{break}}", new Statement.Break(token.position()));
            case CONTINUE -> leave("{{continue}}", new Statement.Continue(token.position()));
            case ELSE -> otherwise();
            case END -> end();
            case IF -> branch(Kind.IF);
            case RANGE -> branch(Kind.RANGE);
            case WITH -> branch(Kind.WITH);
            case TEMPLATE -> template();
            default -> plainAction();
        };
    }

    private Statement plainAction() {
        tokens.back();
        int position = tokens.peek().position();
        return new Statement.Action(position, pipelines.read("command", Kind.RIGHT_DELIMITER));
    }

    private Statement leave(String word, Statement statement) {
        Token token = tokens.nextNonSpace();
        if (!token.is(Kind.RIGHT_DELIMITER)) throw tokens.unexpected(token, word);
        if (ranges == 0) throw tokens.error(word + " outside {{range}}");
        return statement;
    }

    private @Nullable Statement end() {
        tokens.expect(Kind.RIGHT_DELIMITER, "end");
        pendingElse = null;
        return null;
    }

    private @Nullable Statement otherwise() {
        Token token = tokens.peekNonSpace();
        boolean another = token.is(Kind.IF) || token.is(Kind.WITH);
        pendingElse = another ? token : tokens.expect(Kind.RIGHT_DELIMITER, "else");
        return null;
    }

    private String ending() {
        return pendingElse == null ? "{{end}}" : "{{else}}";
    }

    private Statement branch(Kind kind) {
        int variables = pipelines.mark();
        Pipe pipe = pipelines.read(word(kind), Kind.RIGHT_DELIMITER);
        Body body = kind == Kind.RANGE ? rangeBody() : body();
        Token pending = pendingElse;
        Body otherwise = pending == null ? null : elseBody(kind, pending);
        pipelines.forget(variables);
        return switch (kind) {
            case IF -> new Statement.If(pipe.position(), pipe, body, otherwise);
            case WITH -> new Statement.With(pipe.position(), pipe, body, otherwise);
            default -> new Statement.Range(pipe.position(), pipe, body, otherwise);
        };
    }

    private Body rangeBody() {
        ranges++;
        Body body = body();
        ranges--;
        return body;
    }

    /** {@code else if} and {@code else with} are an else with another one in it, whose end is the end of both. */
    private Body elseBody(Kind kind, Token pending) {
        if (kind != Kind.RANGE && tokens.peek().is(kind)) {
            if (++depth > DEEPEST) throw tooDeep();
            tokens.next();
            Body body = new Body(pending.position(), List.of(branch(kind)));
            depth--;
            return body;
        }
        Body body = body();
        if (pendingElse != null) throw tokens.error("expected end; found {{else}}");
        return body;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case IF -> "if";
            case WITH -> "with";
            default -> "range";
        };
    }

    private Statement block() {
        String context = "block clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        Pipe pipe = pipelines.read(context, Kind.RIGHT_DELIMITER);
        Parser parser = inner();
        parser.define(name, parser.definedBody(context, tokens));
        return new Statement.Template(token.position(), name, pipe);
    }

    private Statement template() {
        String context = "template clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        if (tokens.nextNonSpace().is(Kind.RIGHT_DELIMITER)) return new Statement.Template(token.position(), name, null);
        tokens.back();
        return new Statement.Template(token.position(), name, pipelines.read(context, Kind.RIGHT_DELIMITER));
    }

    private String templateName(Token token, String context) {
        if (!token.is(Kind.STRING) && !token.is(Kind.RAW_STRING)) throw tokens.unexpected(token, context);
        return pipelines.string(token);
    }
}
