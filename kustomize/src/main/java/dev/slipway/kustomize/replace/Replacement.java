package dev.slipway.kustomize.replace;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.transform.Transformer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies the value of one field into others. */
public record Replacement(Place place, Source source, List<Target> targets) implements Transformer {

    /** The field that is copied. */
    public record Source(Subject subject, String fieldPath, Options options) {}

    /** The fields that are written. */
    public record Target(Place place, Subject select, List<Subject> reject, List<String> fieldPaths, Options options) {

        boolean means(Item item) {
            return select.selects(item)
                    && select.names(item)
                    && reject.stream().noneMatch(subject -> subject.isSelected() && subject.selects(item))
                    && reject.stream().noneMatch(subject -> subject.isNamed() && subject.names(item));
        }
    }

    @Override
    public void transform(Items items) {
        Object value = value(items.all());
        Problems problems = new Problems();
        for (Target target : targets) {
            for (Item item : items.all()) {
                problems.collect(() -> {
                    if (target.means(item)) {
                        target.fieldPaths().forEach(path -> write(item, target, path, value));
                    }
                });
            }
        }
        problems.stopIfAny();
    }

    private Object value(List<Item> items) {
        List<Item> found = items.stream().filter(source.subject()::names).toList();
        if (found.size() != 1) {
            throw new Refusal(
                    source.subject().place(),
                    (found.isEmpty() ? "There is no " : "There are several: ") + source.subject() + ".",
                    "group, version, kind, namespace and name of one object.",
                    "Correct the source.");
        }
        Object value = Lookup.find(found.getFirst().content(), FieldPath.parse(source.fieldPath()));
        if (value == null || isEmpty(value)) {
            throw new Refusal(
                    source.subject().place(),
                    "The field \"" + source.fieldPath() + "\" of "
                            + found.getFirst().id() + " is missing or empty.",
                    "a field with a value.",
                    "Correct the source's fieldPath.");
        }
        return source.options().delimiter().isEmpty() ? value : part(value);
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Map<?, ?> map && map.isEmpty()) || (value instanceof List<?> list && list.isEmpty());
    }

    private Object part(Object value) {
        try {
            return source.options().part(Scalar.text(value));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    source.subject().place(),
                    "Of the field \"" + source.fieldPath() + "\" no part can be taken: " + e.getMessage() + ".",
                    "the index of a part.",
                    "Correct the source's options.");
        }
    }

    private static void write(Item item, Target target, String path, Object value) {
        boolean create = target.options().create();
        try {
            List<Slot> slots =
                    new Finder(FieldPath.parse(path), create ? () -> fresh(value) : null).find(item.content());
            if (slots.isEmpty()) {
                throw new IllegalArgumentException("it has none");
            }
            slots.forEach(slot -> write(slot, target.options(), value));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    target.place(),
                    "The field \"" + path + "\" of " + item.id() + " cannot be replaced: " + e.getMessage() + ".",
                    "a field of the selected object" + (create ? "." : ", or options: {create: true}."),
                    "Correct the target.");
        }
    }

    /** What a field that is made holds before it is written. */
    private static @Nullable Object fresh(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> new java.util.LinkedHashMap<String, @Nullable Object>();
            case List<?> _ -> new java.util.ArrayList<@Nullable Object>();
            default -> null;
        };
    }

    private static void write(Slot slot, Options options, Object value) {
        Object old = slot.get();
        if (options.delimiter().isEmpty() && (old instanceof Map || old instanceof List)) {
            slot.set(Values.copy(value));
            return;
        }
        String text = Scalar.text(value);
        String whole = options.delimiter().isEmpty() ? text : options.with(old == null ? "" : Scalar.text(old), text);
        slot.set(slot.created() ? Scalar.untyped(whole) : Scalar.like(old, whole));
    }
}
