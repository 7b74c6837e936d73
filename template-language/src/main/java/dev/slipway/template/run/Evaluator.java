package dev.slipway.template.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Filter;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.filter.Filters;
import dev.slipway.template.filter.Tests;
import dev.slipway.template.syntax.BinaryOperator;
import dev.slipway.template.syntax.Expr;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.Members;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.PropertyOrder;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions of one template; every failure gets the place at which it happened. */
final class Evaluator {

    private final Source source;
    private final Map<String, Filter> filters;
    private final Budget budget;
    private final Scope scope;
    private final Bodies bodies;
    private int tagStart;
    private int tagEnd;

    Evaluator(Source source, Map<String, Filter> filters, Budget budget, Scope scope, Bodies bodies) {
        this.source = source;
        this.filters = filters;
        this.budget = budget;
        this.scope = scope;
        this.bodies = bodies;
    }

    /** The value of an expression inside the tag that reaches from start to end. */
    @Nullable
    Object evaluate(Expr expression, Locals locals, int start, int end) {
        int outerStart = tagStart;
        int outerEnd = tagEnd;
        tagStart = start;
        tagEnd = end;
        Object value = value(expression, locals);
        tagStart = outerStart;
        tagEnd = outerEnd;
        return value;
    }

    /** A failure of the tag that reaches from start to end. */
    TemplateException failure(int start, int end, String reason) {
        return source.problem(start, source.excerpt(start, end), reason);
    }

    private @Nullable Object value(Expr expression, Locals locals) {
        try {
            budget.step();
            budget.enter();
            Object value = computed(expression, locals);
            budget.leave();
            return value;
        } catch (TemplateException e) {
            throw e;
        } catch (UnknownName e) {
            throw problem(expression, e, e.nearMisses());
        } catch (RuntimeException e) { // filters and functions of the host can throw anything
            throw problem(expression, e, List.of());
        }
    }

    private TemplateException problem(Expr expression, RuntimeException cause, List<String> nearMisses) {
        String reason = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "Failed: " + cause;
        return source.problem(expression.offset(), source.excerpt(tagStart, tagEnd), reason, nearMisses, cause);
    }

    private @Nullable Object computed(Expr expression, Locals locals) {
        return switch (expression) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> scope.get(name.name());
            case Expr.Local local -> locals.get(local);
            case Expr.Member member -> Members.get(value(member.target(), locals), value(member.key(), locals), budget);
            case Expr.Filtered filtered -> filtered(filtered, locals);
            case Expr.Binary binary -> binary(binary, locals);
            case Expr.InlineIf inline -> inlineIf(inline, locals);
            case Expr.Unary unary -> unary(unary, locals);
            case Expr.Tested tested -> tested(tested, locals);
            case Expr.Call call -> call(call, locals);
            case Expr.Group group -> values(group.items(), locals).getLast();
            case Expr.ListLiteral list -> values(list.items(), locals);
            case Expr.MapLiteral map -> PropertyOrder.ordered(values(map.entries(), locals));
            case Expr.RegexLiteral literal -> literal.regex();
            case Expr.Captured captured -> bodies.captured(captured.body(), locals);
            case Expr.Caller caller -> bodies.function(caller.routine(), locals);
        };
    }

    private List<@Nullable Object> values(List<Expr> expressions, Locals locals) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            values.add(value(expression, locals));
        }
        return values;
    }

    private Map<String, @Nullable Object> values(Map<String, Expr> expressions, Locals locals) {
        Map<String, @Nullable Object> values = PropertyOrder.newMap(expressions.size());
        expressions.forEach((key, expression) -> values.put(key, value(expression, locals)));
        return values;
    }

    private Arguments arguments(Expr.Given given, Locals locals) {
        return given.positional().isEmpty() && given.named().isEmpty()
                ? Arguments.NONE
                : new Arguments(values(given.positional(), locals), values(given.named(), locals));
    }

    private @Nullable Object call(Expr.Call call, Locals locals) {
        if (call.callee() instanceof Expr.Member member) {
            Object target = value(member.target(), locals);
            Object key = value(member.key(), locals);
            return Members.call(target, key, written(member), arguments(call.given(), locals), budget);
        }
        Object callee = value(call.callee(), locals);
        if (callee instanceof Function function) {
            return function.call(arguments(call.given(), locals));
        }
        throw new IllegalArgumentException(
                "\"" + written(call.callee()) + "\" cannot be called: it is " + Values.kind(callee) + ".");
    }

    private static String written(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name.name();
            case Expr.Local local -> local.name();
            case Expr.Member member
            when member.key() instanceof Expr.Literal key -> written(member.target()) + "." + key.value();
            default -> "…";
        };
    }

    private @Nullable Object filtered(Expr.Filtered filtered, Locals locals) {
        Object value = value(filtered.value(), locals);
        Arguments arguments = arguments(filtered.given(), locals);
        Filter own = filters.get(filtered.filter());
        if (own != null) {
            return Values.adopt(own.apply(plain(value), plain(arguments)));
        }
        Filters.BuiltIn builtIn = Filters.ALL.get(filtered.filter());
        if (builtIn == null) {
            TreeSet<String> known = new TreeSet<>(Filters.ALL.keySet());
            known.addAll(filters.keySet());
            throw new UnknownName("filter", filtered.filter(), known);
        }
        return builtIn.apply(value, arguments, budget);
    }

    /** What filters of the host get: no marked texts. */
    private @Nullable Object plain(@Nullable Object value) {
        return value instanceof SafeText || value instanceof List || value instanceof Map
                ? Values.release(value, budget)
                : value;
    }

    private Arguments plain(Arguments arguments) {
        List<@Nullable Object> positional = new ArrayList<>();
        arguments.positional().forEach(value -> positional.add(plain(value)));
        Map<String, @Nullable Object> named =
                PropertyOrder.newMap(arguments.named().size());
        arguments.named().forEach((name, value) -> named.put(name, plain(value)));
        return new Arguments(positional, named);
    }

    private Object tested(Expr.Tested tested, Locals locals) {
        Object value = value(tested.value(), locals);
        Tests.Test test = Tests.ALL.get(tested.test());
        if (test == null) {
            throw new UnknownName("test", tested.test(), Tests.ALL.keySet());
        }
        return test.holds(value, arguments(tested.given(), locals), budget) != tested.negated();
    }

    private Object unary(Expr.Unary unary, Locals locals) {
        Object operand = value(unary.operand(), locals);
        return switch (unary.operator()) {
            case NOT -> !Values.isTrue(operand);
            case MINUS -> Numbers.of(-Conversions.number(operand, budget));
            case PLUS -> Numbers.of(Conversions.number(operand, budget));
            case FLOOR -> Numbers.of(Math.floor(Conversions.number(operand, budget)));
        };
    }

    /** A chain like {@code a ~ b ~ c} leans to the left; it is walked without going deeper for each operator. */
    private @Nullable Object binary(Expr.Binary binary, Locals locals) {
        if (!(binary.left() instanceof Expr.Binary)) {
            return applied(binary, value(binary.left(), locals), locals);
        }
        Deque<Expr.Binary> waiting = new ArrayDeque<>();
        Expr leftmost = binary;
        while (leftmost instanceof Expr.Binary inner) {
            waiting.push(inner);
            leftmost = inner.left();
        }
        Object result = value(leftmost, locals);
        while (!waiting.isEmpty()) {
            budget.step();
            result = applied(waiting.pop(), result, locals);
        }
        return result;
    }

    private @Nullable Object applied(Expr.Binary binary, @Nullable Object left, Locals locals) {
        boolean isTrue = Values.isTrue(left);
        if ((binary.operator() == BinaryOperator.OR && isTrue)
                || (binary.operator() == BinaryOperator.AND && !isTrue)) {
            return left;
        }
        Object right = value(binary.right(), locals);
        try {
            return Operators.apply(binary.operator(), left, right, budget);
        } catch (IllegalArgumentException e) {
            throw problem(binary, e, List.of());
        }
    }

    private @Nullable Object inlineIf(Expr.InlineIf inline, Locals locals) {
        if (Values.isTrue(value(inline.condition(), locals))) {
            return value(inline.then(), locals);
        }
        return inline.otherwise() == null ? "" : value(inline.otherwise(), locals);
    }
}
