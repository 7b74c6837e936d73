package dev.slipway.gotemplate.syntax;

import dev.slipway.gotemplate.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what stands within an action: pipelines of commands of operands. Knows which variables are declared at the moment. */
final class Pipelines {

    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Predicate<String> functions;
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int depth;

    Pipelines(Tokens tokens, Predicate<String> functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    int mark() {
        return variables.size();
    }

    void forget(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    Pipe read(String context, Kind end) {
        if (++depth > DEEPEST) throw tokens.error("parentheses are nested deeper than " + DEEPEST + " levels");
        int position = tokens.peekNonSpace().position();
        List<Operand.Variable> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        Pipe pipe = new Pipe(position, List.copyOf(declared), assigns, commands(context, end));
        depth--;
        return pipe;
    }

    private boolean declarations(String context, List<Operand.Variable> declared) {
        while (tokens.peekNonSpace().is(Kind.VARIABLE)) {
            Token variable = tokens.next();
            Token after = tokens.peek();
            Token next = tokens.peekNonSpace();
            boolean comma = next.is(Kind.CHARACTER) && next.text().equals(",");
            if (next.is(Kind.ASSIGN) || next.is(Kind.DECLARE) || comma) {
                tokens.nextNonSpace();
                declare(variable, declared);
                if (!comma) return next.is(Kind.ASSIGN);
                checkSecond(context, declared);
            } else {
                if (after.is(Kind.SPACE)) tokens.back(variable, after);
                else tokens.back(variable);
                return false;
            }
        }
        return false;
    }

    private void declare(Token variable, List<Operand.Variable> declared) {
        declared.add(new Operand.Variable(variable.position(), variable.text(), List.of()));
        variables.add(variable.text());
    }

    private void checkSecond(String context, List<Operand.Variable> declared) {
        if (!context.equals("range") || declared.size() > 1) throw tokens.error("too many declarations in " + context);
        switch (tokens.peekNonSpace().kind()) {
            case VARIABLE, RIGHT_DELIMITER, RIGHT_PARENTHESIS -> {}
            default -> throw tokens.error("range can only initialize variables");
        }
    }

    private List<Command> commands(String context, Kind end) {
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.is(end)) return checked(commands, context);
            switch (token.kind()) {
                case BOOL,
                        CHARACTER_CONSTANT,
                        COMPLEX,
                        DOT,
                        FIELD,
                        IDENTIFIER,
                        NUMBER,
                        NIL,
                        RAW_STRING,
                        STRING,
                        VARIABLE,
                        LEFT_PARENTHESIS -> {
                    tokens.back();
                    commands.add(command());
                }
                default -> throw tokens.unexpected(token, context);
            }
        }
    }

    private List<Command> checked(List<Command> commands, String context) {
        if (commands.isEmpty()) throw tokens.error("missing value for " + context);
        for (int i = 1; i < commands.size(); i++) {
            if (isConstant(commands.get(i).first())) {
                throw tokens.error("non executable command in pipeline stage " + (i + 1));
            }
        }
        return List.copyOf(commands);
    }

    private static boolean isConstant(Operand operand) {
        return switch (operand) {
            case Operand.Bool it -> true;
            case Operand.Dot it -> true;
            case Operand.Nil it -> true;
            case Operand.Text it -> true;
            case NumberLiteral it -> true;
            case Operand.Field it -> false;
            case Operand.Variable it -> false;
            case Operand.Chain it -> false;
            case Operand.Name it -> false;
            case Pipe it -> false;
        };
    }

    private Command command() {
        int position = tokens.peekNonSpace().position();
        List<Operand> words = new ArrayList<>();
        while (true) {
            tokens.peekNonSpace();
            Operand operand = operand();
            if (operand != null) words.add(operand);
            Token token = tokens.next();
            if (token.is(Kind.SPACE)) continue;
            if (token.is(Kind.RIGHT_DELIMITER) || token.is(Kind.RIGHT_PARENTHESIS)) tokens.back();
            else if (!token.is(Kind.PIPE)) throw tokens.unexpected(token, "operand");
            break;
        }
        if (words.isEmpty()) throw tokens.error("empty command");
        return new Command(position, words.getFirst(), List.copyOf(words.subList(1, words.size())));
    }

    private @Nullable Operand operand() {
        Operand term = term();
        if (term == null || !tokens.peek().is(Kind.FIELD)) return term;
        int position = tokens.peek().position();
        List<String> fields = new ArrayList<>();
        while (tokens.peek().is(Kind.FIELD)) fields.add(tokens.next().text().substring(1));
        return switch (term) {
            case Operand.Field it -> new Operand.Field(position, joined(it.names(), fields));
            case Operand.Variable it -> new Operand.Variable(position, it.name(), joined(it.fields(), fields));
            case Operand.Name it -> new Operand.Chain(position, it, List.copyOf(fields));
            case Pipe it -> new Operand.Chain(position, it, List.copyOf(fields));
            case Operand.Chain it -> new Operand.Chain(position, it, List.copyOf(fields));
            case Operand.Bool it -> throw afterTerm(it);
            case Operand.Text it -> throw afterTerm(it);
            case Operand.Nil it -> throw afterTerm(it);
            case Operand.Dot it -> throw afterTerm(it);
            case NumberLiteral it -> throw afterTerm(it);
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private RuntimeException afterTerm(Operand term) {
        return tokens.error("unexpected . after term " + Quoting.quote(term.source()));
    }

    private @Nullable Operand term() {
        Token token = tokens.nextNonSpace();
        return switch (token.kind()) {
            case IDENTIFIER -> function(token);
            case DOT -> new Operand.Dot(token.position());
            case NIL -> new Operand.Nil(token.position());
            case VARIABLE -> variable(token);
            case FIELD ->
                new Operand.Field(token.position(), List.of(token.text().substring(1)));
            case BOOL -> new Operand.Bool(token.position(), token.text().equals("true"));
            case CHARACTER_CONSTANT, COMPLEX, NUMBER -> number(token);
            case LEFT_PARENTHESIS -> read("parenthesized pipeline", Kind.RIGHT_PARENTHESIS);
            case STRING, RAW_STRING -> new Operand.Text(token.position(), token.text(), string(token));
            default -> {
                tokens.back();
                yield null;
            }
        };
    }

    private Operand function(Token token) {
        if (!functions.test(token.text())) {
            throw tokens.error("function " + Quoting.quote(token.text()) + " not defined");
        }
        return new Operand.Name(token.position(), token.text());
    }

    private Operand variable(Token token) {
        if (!variables.contains(token.text())) {
            throw tokens.error("undefined variable " + Quoting.quote(token.text()));
        }
        return new Operand.Variable(token.position(), token.text(), List.of());
    }

    private Operand number(Token token) {
        try {
            return switch (token.kind()) {
                case CHARACTER_CONSTANT -> Numbers.character(token.position(), token.text());
                case COMPLEX -> throw Numbers.complex(token.text());
                default -> Numbers.number(token.position(), token.text());
            };
        } catch (MalformedException e) {
            throw tokens.error(e.problem());
        }
    }

    String string(Token token) {
        try {
            return Unquoting.string(token.text());
        } catch (MalformedException e) {
            throw tokens.error(e.problem());
        }
    }
}
