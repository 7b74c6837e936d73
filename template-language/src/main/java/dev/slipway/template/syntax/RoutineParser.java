package dev.slipway.template.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Macros and call blocks. */
final class RoutineParser {

    private final TemplateParser bodies;
    private final Cursor cursor;

    RoutineParser(TemplateParser bodies, Cursor cursor) {
        this.bodies = bodies;
        this.cursor = cursor;
    }

    Node macro(Segment.Block block, Tokens tokens) {
        String name = tokens.name();
        Names inside = Names.alone();
        tokens.expect("(");
        Signature signature = signature(block, tokens, inside);
        tokens.expectEnd();
        Routine routine = signature.routine(name, bodies.nodes(inside, Set.of("endmacro"), block), inside);
        cursor.takeBare();
        bodies.names().declare(name);
        return new Node.Define(
                bodies.names().target(name), routine, bodies.names().isOutermost());
    }

    /** {@code call(parameters) macro(arguments)}: a call with the body as the named argument {@code caller}. */
    Node call(Segment.Block block, Tokens tokens) {
        Names inside = bodies.names().caller();
        Signature signature = tokens.skip("(") ? signature(block, tokens, inside) : new Signature(List.of(), List.of());
        Expr called = new OperandParser(tokens, bodies.names(), new ExpressionParser(tokens, bodies.names())).operand();
        tokens.expectEnd();
        if (!(called instanceof Expr.Call call)) {
            throw tokens.problemAt(called.offset(), "\"call\" needs a call of a macro, as in \"call name()\".");
        }
        Routine routine = signature.routine("caller", bodies.nodes(inside, Set.of("endcall"), block), inside);
        cursor.takeBare();
        Map<String, Expr> named = new LinkedHashMap<>(call.given().named());
        named.put("caller", new Expr.Caller(routine, block.start()));
        Expr.Given given = new Expr.Given(call.given().positional(), named);
        return new Node.Output(new Expr.Call(call.callee(), given, call.offset()), block.start(), block.end());
    }

    private Signature signature(Segment.Block block, Tokens tokens, Names inside) {
        List<String> parameters = new ArrayList<>();
        List<Routine.Default> defaults = new ArrayList<>();
        while (!tokens.skip(")")) {
            if (!parameters.isEmpty() || !defaults.isEmpty()) {
                tokens.expect(",");
            }
            int offset = tokens.peek().offset();
            String name = tokens.name();
            if (parameters.contains(name)) {
                throw tokens.problemAt(offset, "There are two parameters \"" + name + "\".");
            }
            if (tokens.skip("=")) {
                Expr value = new ExpressionParser(tokens, inside).expression();
                defaults.add(new Routine.Default(name, value, block.start(), block.end()));
            } else {
                inside.declare(name);
                parameters.add(name);
            }
        }
        return new Signature(List.copyOf(parameters), List.copyOf(defaults));
    }

    private record Signature(List<String> parameters, List<Routine.Default> defaults) {

        Routine routine(String name, List<Node> body, Names inside) {
            return new Routine(name, parameters, defaults, body, inside.slotCount());
        }
    }
}
