package dev.slipway.template.run;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Members;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs {@code for}: what it can go through, and what its names stand for in each round. */
final class Loops {

    private final Scope scope;
    private final Evaluator evaluator;
    private final Renderer renderer;
    private final Budget budget;

    Loops(Scope scope, Evaluator evaluator, Renderer renderer, Budget budget) {
        this.scope = scope;
        this.evaluator = evaluator;
        this.renderer = renderer;
        this.budget = budget;
    }

    void run(Node.For tag, Locals locals, StringBuilder output) {
        Object items = evaluator.evaluate(tag.items(), locals, tag.start(), tag.end());
        Frame outer = scope.frame();
        scope.enter(outer.inner());
        List<@Nullable Object> rounds = rounds(tag, items);
        int length = rounds.size();
        Loop loop = new Loop(length);
        scope.frame().declare("loop", length == 0 ? Undefined.UNDEFINED : loop);
        for (int i = 0; i < rounds.size(); i++) { // a loop over a list that grows goes on
            loop.at(i);
            bind(tag, rounds.get(i), locals);
            renderer.count(tag.start(), tag.end());
            renderer.render(tag.body(), locals, output);
        }
        if (length == 0) {
            renderer.render(tag.otherwise(), locals, output);
        }
        scope.enter(outer);
    }

    private List<@Nullable Object> rounds(Node.For tag, @Nullable Object items) {
        boolean several = tag.targets().size() > 1;
        return switch (items) {
            case List<?> list -> Values.list(list, "for");
            case String text -> several ? indexed(text) : characters(text);
            case SafeText safe when !several -> characters(safe.text());
            case Map<?, ?> map
            when several -> {
                List<@Nullable Object> pairs = new ArrayList<>(map.size());
                map.forEach((key, value) -> pairs.add(Arrays.<@Nullable Object>asList(key, value)));
                yield pairs;
            }
            case null, default -> {
                if (Values.isTrue(items)) {
                    throw cannot(tag, items);
                }
                yield List.of();
            }
        };
    }

    private static List<@Nullable Object> characters(String text) {
        List<@Nullable Object> characters = new ArrayList<>(text.length());
        text.chars().forEach(c -> characters.add(String.valueOf((char) c)));
        return characters;
    }

    private static List<@Nullable Object> indexed(String text) {
        List<@Nullable Object> pairs = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            pairs.add(List.of(String.valueOf(i), String.valueOf(text.charAt(i))));
        }
        return pairs;
    }

    private TemplateException cannot(Node.For tag, @Nullable Object items) {
        String hint = items instanceof Map ? " Give it two names, for keys and values: \"for key, value in …\"." : "";
        return evaluator.failure(
                tag.start(),
                tag.end(),
                "\"for\" with " + tag.targets().size() + " name(s) cannot go through " + Values.kind(items) + "."
                        + hint);
    }

    private void bind(Node.For tag, @Nullable Object item, Locals locals) {
        List<Node.Target> targets = tag.targets();
        if (targets.size() == 1) {
            set(targets.getFirst(), item, locals);
            return;
        }
        if (!(item instanceof List || item instanceof String)) {
            throw evaluator.failure(
                    tag.start(),
                    tag.end(),
                    "\"for\" with several names needs lists as items, not " + Values.kind(item) + ".");
        }
        for (int i = 0; i < targets.size(); i++) {
            set(targets.get(i), Members.get(item, (long) i, budget), locals);
        }
    }

    private void set(Node.Target target, @Nullable Object value, Locals locals) {
        if (target.local() != null) {
            locals.set(target.local(), value);
        }
        scope.frame().declare(target.name(), value);
    }
}
