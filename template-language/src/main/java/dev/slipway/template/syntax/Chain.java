package dev.slipway.template.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Operands with operators between them, not yet grouped. nunjucks writes most operators into JavaScript without parentheses, so that
 * it is JavaScript's precedence that groups them, across the levels of nunjucks' own grammar.
 */
final class Chain {

    private final List<Expr> operands = new ArrayList<>(1);
    private final List<BinaryOperator> operators = new ArrayList<>(0);
    private final List<Integer> offsets = new ArrayList<>(0);

    static Chain of(Expr operand) {
        Chain chain = new Chain();
        chain.operands.add(operand);
        return chain;
    }

    Chain append(BinaryOperator operator, int offset, Chain right) {
        operators.add(operator);
        offsets.add(offset);
        operands.addAll(right.operands);
        operators.addAll(right.operators);
        offsets.addAll(right.offsets);
        return this;
    }

    /** {@code not a == b} becomes {@code !a == b}: the sign belongs to the first operand alone. */
    Chain negated(int offset) {
        operands.set(0, new Expr.Unary(Expr.UnaryOperator.NOT, operands.getFirst(), offset));
        return this;
    }

    /** Groups by precedence, equal ones from left to right. */
    Expr grouped() {
        if (operators.isEmpty()) {
            return operands.getFirst();
        }
        Deque<Expr> values = new ArrayDeque<>(List.of(operands.getFirst()));
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int i = 0; i < operators.size(); i++) {
            while (!waiting.isEmpty() && precedence(waiting.peek()) >= precedence(i)) {
                apply(waiting.pop(), values);
            }
            waiting.push(i);
            values.push(operands.get(i + 1));
        }
        while (!waiting.isEmpty()) {
            apply(waiting.pop(), values);
        }
        return values.pop();
    }

    private int precedence(int operator) {
        return operators.get(operator).precedence();
    }

    private void apply(int operator, Deque<Expr> values) {
        Expr right = values.pop();
        Expr left = values.pop();
        values.push(new Expr.Binary(operators.get(operator), left, right, offsets.get(operator)));
    }
}
