package dev.slipway.template.run;

import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the nodes of a template once, for one context. */
public final class Interpreter {

    private final Budget budget;
    private final Evaluator evaluator;
    private final Scope root;

    public Interpreter(Source source, TemplateOptions options, Map<String, ? extends @Nullable Object> context) {
        this.budget = new Budget(options.limits());
        this.evaluator = new Evaluator(source, options.filters(), budget);
        Map<String, @Nullable Object> names = new HashMap<>();
        context.forEach((name, value) -> names.put(name, Values.adopt(value)));
        this.root = new Scope(null, names);
    }

    /** The whole output. */
    public String render(List<Node> nodes) {
        StringBuilder output = new StringBuilder();
        render(nodes, root, output);
        return output.toString();
    }

    /** The value of one expression with its type; undefined is null. */
    public @Nullable Object evaluate(Node.Output output) {
        Object value = evaluator.evaluate(output.value(), root, output.start(), output.end());
        return value == Undefined.UNDEFINED ? null : value;
    }

    private void render(List<Node> nodes, Scope scope, StringBuilder output) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> append(output, text.text(), 0, 0);
                case Node.Output tag -> {
                    Object value = evaluator.evaluate(tag.value(), scope, tag.start(), tag.end());
                    append(output, Values.printed(value), tag.start(), tag.end());
                }
                case Node.If tag -> renderIf(tag, scope, output);
                case Node.For tag -> renderFor(tag, scope, output);
                case Node.Assign tag -> assign(tag, scope);
            }
        }
    }

    private void append(StringBuilder output, String text, int start, int end) {
        try {
            budget.step();
            budget.text((long) output.length() + text.length());
        } catch (IllegalArgumentException e) {
            throw evaluator.failure(start, end, String.valueOf(e.getMessage()));
        }
        output.append(text);
    }

    private void renderIf(Node.If tag, Scope scope, StringBuilder output) {
        for (Node.Branch branch : tag.branches()) {
            if (Values.isTrue(evaluator.evaluate(branch.condition(), scope, branch.start(), branch.end()))) {
                render(branch.body(), scope, output);
                return;
            }
        }
        render(tag.otherwise(), scope, output);
    }

    private void renderFor(Node.For tag, Scope scope, StringBuilder output) {
        List<List<@Nullable Object>> rounds = rounds(tag, scope);
        if (rounds.isEmpty()) {
            render(tag.otherwise(), scope, output);
            return;
        }
        Scope inner = scope.inner();
        for (int i = 0; i < rounds.size(); i++) {
            for (int n = 0; n < tag.names().size(); n++) {
                inner.declare(
                        tag.names().get(n),
                        n < rounds.get(i).size() ? rounds.get(i).get(n) : Undefined.UNDEFINED);
            }
            inner.declare("loop", loop(i, rounds.size()));
            append(output, "", tag.start(), tag.end());
            render(tag.body(), inner, output);
        }
    }

    /** What the loop's names stand for in each round. */
    private List<List<@Nullable Object>> rounds(Node.For tag, Scope scope) {
        Object items = evaluator.evaluate(tag.items(), scope, tag.start(), tag.end());
        boolean several = tag.names().size() > 1;
        List<List<@Nullable Object>> rounds = new ArrayList<>();
        switch (items) {
            case null -> {}
            case Undefined _ -> {}
            case List<?> list -> list.forEach(item -> rounds.add(several ? parts(tag, item) : one(item)));
            case String text when !several -> text.chars().forEach(c -> rounds.add(one(String.valueOf((char) c))));
            case Map<?, ?> map
            when several ->
                map.forEach((key, value) -> {
                    List<@Nullable Object> round = one(key);
                    round.add(value);
                    rounds.add(round);
                });
            default ->
                throw evaluator.failure(
                        tag.start(),
                        tag.end(),
                        "\"for\" with " + tag.names().size() + " name(s) cannot go through " + Values.kind(items)
                                + ".");
        }
        return rounds;
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        List<@Nullable Object> round = new ArrayList<>();
        round.add(value);
        return round;
    }

    private List<@Nullable Object> parts(Node.For tag, @Nullable Object item) {
        if (item instanceof List<?> parts) {
            return new ArrayList<>(parts);
        }
        throw evaluator.failure(
                tag.start(),
                tag.end(),
                "\"for\" with several names needs lists as items, not " + Values.kind(item) + ".");
    }

    private static Map<String, @Nullable Object> loop(int index, int length) {
        Map<String, @Nullable Object> loop = new LinkedHashMap<>();
        loop.put("index", (long) index + 1);
        loop.put("index0", (long) index);
        loop.put("revindex", (long) length - index);
        loop.put("revindex0", (long) length - index - 1);
        loop.put("first", index == 0);
        loop.put("last", index == length - 1);
        loop.put("length", (long) length);
        return loop;
    }

    private void assign(Node.Assign tag, Scope scope) {
        Object value;
        if (tag.value() == null) {
            StringBuilder body = new StringBuilder();
            render(tag.body(), scope, body);
            value = body.toString();
        } else {
            value = evaluator.evaluate(tag.value(), scope, tag.start(), tag.end());
        }
        tag.names().forEach(name -> scope.assign(name, value));
    }
}
