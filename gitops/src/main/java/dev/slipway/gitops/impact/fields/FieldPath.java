package dev.slipway.gitops.impact.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in an object a field is; elements of lists by what identifies them, for example {@code containers[name=app].image}. */
public record FieldPath(List<Step> steps) {

    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** Its first steps. */
    public FieldPath first(int number) {
        return new FieldPath(steps.subList(0, number));
    }

    /** What is there in an object; null where nothing is. */
    public @Nullable Object valueIn(@Nullable Object root) {
        Object value = root;
        for (Step step : steps) {
            value = step.in(value);
        }
        return value;
    }

    FieldPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    FieldPath key(String name) {
        return then(new Step.Key(name));
    }

    /** Whether it leads through a field of this name. */
    public boolean has(String key) {
        return steps.contains(new Step.Key(key));
    }

    /** Whether its first keys are these. */
    public boolean startsWith(String... keys) {
        if (steps.size() < keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            if (!steps.get(i).equals(new Step.Key(keys[i]))) {
                return false;
            }
        }
        return true;
    }

    /** The keys alone. */
    public List<String> keys() {
        return steps.stream()
                .filter(Step.Key.class::isInstance)
                .map(step -> ((Step.Key) step).name())
                .toList();
    }

    /** The last key; empty for the root. */
    public String last() {
        List<String> keys = keys();
        return keys.isEmpty() ? "" : keys.getLast();
    }

    /** What identifies the element of the list of this name that it leads through. */
    public Optional<String> elementOf(String list) {
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (steps.get(i).equals(new Step.Key(list)) && steps.get(i + 1) instanceof Step.Element element) {
                return Optional.of(element.value());
            }
        }
        return Optional.empty();
    }

    /** The key that follows this one. */
    public Optional<String> after(String key) {
        int at = steps.indexOf(new Step.Key(key));
        return at >= 0 && at + 1 < steps.size() && steps.get(at + 1) instanceof Step.Key next
                ? Optional.of(next.name())
                : Optional.empty();
    }

    /** Whether it ends at an element of the list of this name. */
    public boolean isElementOf(String list) {
        int size = steps.size();
        return size > 1
                && steps.get(size - 1) instanceof Step.Element
                && steps.get(size - 2).equals(new Step.Key(list));
    }

    @Override
    public String toString() {
        String text = steps.stream().map(Step::toString).collect(Collectors.joining());
        return text.startsWith(".") ? text.substring(1) : text;
    }
}
