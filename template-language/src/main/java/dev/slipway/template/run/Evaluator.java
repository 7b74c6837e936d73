package dev.slipway.template.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Filter;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters;
import dev.slipway.template.filter.Tests;
import dev.slipway.template.syntax.BinaryOperator;
import dev.slipway.template.syntax.Expr;
import dev.slipway.template.syntax.NearMisses;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.JsRegex;
import dev.slipway.template.value.Members;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.Ranges;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions of one template; every failure gets the place at which it happened. */
final class Evaluator {

    private final Source source;
    private final Map<String, Filter> filters;
    private final Budget budget;
    private int failingAt;

    Evaluator(Source source, Map<String, Filter> filters, Budget budget) {
        this.source = source;
        this.filters = filters;
        this.budget = budget;
    }

    /** The value of an expression inside the tag that reaches from start to end. */
    @Nullable
    Object evaluate(Expr expression, Scope scope, int start, int end) {
        failingAt = expression.offset();
        try {
            return value(expression, scope);
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw source.problem(failingAt, source.excerpt(start, end), reason, List.of(), e);
        } catch (StackOverflowError e) { // the JDK's regular expressions recurse over the text
            throw source.problem(failingAt, source.excerpt(start, end), "The text is too long for this.", List.of(), e);
        } catch (UnknownName e) {
            throw source.problem(failingAt, source.excerpt(start, end), e.getMessage(), e.near, null);
        }
    }

    private @Nullable Object value(Expr expression, Scope scope) {
        budget.step();
        budget.enter();
        Object value = switch (expression) {
            case Expr.Literal literal -> literal.value();
            case Expr.Group group -> value(group.inside(), scope);
            case Expr.Regex regex -> JsRegex.of(regex.pattern(), regex.flags());
            case Expr.Name name -> name(name.name(), scope);
            case Expr.Member member -> Members.get(value(member.target(), scope), value(member.key(), scope));
            case Expr.Call call -> call(call, scope);
            case Expr.Filtered filtered -> filtered(filtered, scope);
            case Expr.Tested tested -> tested(tested, scope);
            case Expr.Unary unary -> unary(unary, scope);
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.InlineIf inline -> inlineIf(inline, scope);
            case Expr.ListLiteral list -> values(list.items(), scope);
            case Expr.MapLiteral map -> values(map.entries(), scope);
        };
        budget.leave();
        return value;
    }

    private @Nullable Object name(String name, Scope scope) {
        Object value = scope.get(name);
        return value == Undefined.UNDEFINED && name.equals("range")
                ? (Function) arguments -> Ranges.range(arguments, budget)
                : value;
    }

    private List<@Nullable Object> values(List<Expr> expressions, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(expression, scope)));
        return values;
    }

    private Map<String, @Nullable Object> values(Map<String, Expr> expressions, Scope scope) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        expressions.forEach((key, expression) -> values.put(key, value(expression, scope)));
        return values;
    }

    private Arguments arguments(Expr.Given given, Scope scope) {
        return new Arguments(values(given.positional(), scope), values(given.named(), scope));
    }

    private @Nullable Object call(Expr.Call call, Scope scope) {
        if (call.callee() instanceof Expr.Member member) {
            Object target = value(member.target(), scope);
            Object key = value(member.key(), scope);
            Arguments arguments = arguments(call.given(), scope);
            failingAt = member.offset();
            return Members.call(target, key, written(member), arguments, budget);
        }
        Object callee = value(call.callee(), scope);
        Arguments arguments = arguments(call.given(), scope);
        failingAt = call.offset();
        if (callee instanceof Function function) {
            return function.call(arguments);
        }
        throw new IllegalArgumentException(
                "\"" + written(call.callee()) + "\" cannot be called: it is " + Values.kind(callee) + ".");
    }

    private static String written(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name.name();
            case Expr.Member member
            when member.key() instanceof Expr.Literal key -> written(member.target()) + "." + Values.text(key.value());
            default -> "…";
        };
    }

    private @Nullable Object filtered(Expr.Filtered filtered, Scope scope) {
        Object value = value(filtered.value(), scope);
        Arguments arguments = arguments(filtered.given(), scope);
        failingAt = filtered.offset();
        Filter own = filters.get(filtered.filter());
        if (own != null) {
            return Values.adopt(own.apply(value, arguments));
        }
        Filters.BuiltIn builtIn = Filters.ALL.get(filtered.filter());
        if (builtIn == null) {
            TreeSet<String> known = new TreeSet<>(Filters.ALL.keySet());
            known.addAll(filters.keySet());
            throw new UnknownName("The filter \"" + filtered.filter() + "\" is not known.", filtered.filter(), known);
        }
        return builtIn.apply(value, arguments, budget);
    }

    private Object tested(Expr.Tested tested, Scope scope) {
        Object value = value(tested.value(), scope);
        Arguments arguments = arguments(tested.given(), scope);
        failingAt = tested.offset();
        Tests.Test test = Tests.ALL.get(tested.test());
        if (test == null) {
            throw new UnknownName(
                    "The test \"" + tested.test() + "\" is not known.", tested.test(), Tests.ALL.keySet());
        }
        return test.holds(value, arguments) != tested.negated();
    }

    private Object unary(Expr.Unary unary, Scope scope) {
        Object operand = value(unary.operand(), scope);
        return switch (unary.operator()) {
            case NOT -> !Values.isTrue(operand);
            case MINUS -> Numbers.of(-Values.number(operand));
            case PLUS -> Numbers.of(Values.number(operand));
        };
    }

    private @Nullable Object binary(Expr.Binary binary, Scope scope) {
        Object left = value(binary.left(), scope);
        boolean decided = (binary.operator() == BinaryOperator.OR && Values.isTrue(left))
                || (binary.operator() == BinaryOperator.AND && !Values.isTrue(left));
        if (decided) {
            return left;
        }
        Object right = value(binary.right(), scope);
        failingAt = binary.offset();
        return Operators.apply(binary.operator(), left, right, budget);
    }

    private @Nullable Object inlineIf(Expr.InlineIf inline, Scope scope) {
        if (Values.isTrue(value(inline.condition(), scope))) {
            return value(inline.then(), scope);
        }
        return inline.otherwise() == null ? "" : value(inline.otherwise(), scope);
    }

    TemplateException failure(int start, int end, String reason) {
        return source.problem(start, source.excerpt(start, end), reason);
    }

    /** A filter or test that does not exist. */
    private static final class UnknownName extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> near;

        UnknownName(String message, String name, java.util.Collection<String> known) {
            super(message);
            this.near = NearMisses.of(name, known);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
