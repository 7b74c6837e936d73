package dev.slipway.entities;

import dev.slipway.entities.EntityPredicate.All;
import dev.slipway.entities.EntityPredicate.Any;
import dev.slipway.entities.EntityPredicate.Exists;
import dev.slipway.entities.EntityPredicate.Has;
import dev.slipway.entities.EntityPredicate.Not;
import dev.slipway.entities.EntityPredicate.Prefix;
import dev.slipway.entities.PredicateException.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads predicates from plain values, as JSON is read: {@code {"$all": [{"kind": "component"}, {"$not": {"spec.type":
 * {"$in": ["library", "website"]}}}]}}. Source of the grammar: the package {@code @backstage/filter-predicates}, and of what
 * {@code $contains} takes, catalog-backend.
 */
public final class PredicateReader {

    private static final int DEEPEST = 20;
    private static final int MOST_CONDITIONS = 200;
    private static final int MOST_VALUES = 2000;
    private static final int LONGEST = 1000;
    private static final int MOST_MISTAKES = 20;
    private static final String RELATIONS = "relations";
    private static final String LOGIC = "$all, $any or $not by itself, or fields";
    private static final String VALUE =
            "a text, a number, true or false, or one of $exists, $in, $hasPrefix, $contains";

    private final List<Mistake> mistakes = new ArrayList<>();
    private int conditions;
    private int values;

    private PredicateReader() {}

    /**
     * @param value maps, lists, texts, numbers, booleans and null
     * @param where what the value is called in messages
     * @throws PredicateException with everything that is wrong
     */
    public static EntityPredicate read(@Nullable Object value, String where) {
        PredicateReader reader = new PredicateReader();
        EntityPredicate predicate = reader.predicate(value, where, 1);
        if (!reader.mistakes.isEmpty()) {
            throw new PredicateException(reader.mistakes);
        }
        return predicate;
    }

    private EntityPredicate predicate(@Nullable Object value, String where, int depth) {
        if (depth > DEEPEST) {
            return wrong(where, "The query is nested too deeply.", "at most " + DEEPEST + " levels");
        }
        if (!(value instanceof Map<?, ?> map)) {
            return wrong(
                    where, "This is " + Wording.of(value) + ".", "an object, for example {\"kind\": \"component\"}");
        }
        String operator = map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> key.startsWith("$"))
                .findFirst()
                .orElse(null);
        if (operator == null) {
            return fields(map, where);
        }
        if (map.size() > 1) {
            return wrong(
                    where,
                    "\"" + Wording.brief(operator) + "\" stands beside other keys.",
                    "one operator by itself; $all puts several conditions together");
        }
        Object operand = map.get(operator);
        String below = where + "." + Wording.brief(operator);
        return switch (operator) {
            case "$all" -> new All(parts(operand, below, depth));
            case "$any" -> new Any(parts(operand, below, depth));
            case "$not" -> new Not(predicate(operand, below, depth + 1));
            default -> wrong(below, "There is no operator \"" + Wording.brief(operator) + "\" here.", LOGIC);
        };
    }

    private List<EntityPredicate> parts(@Nullable Object operand, String where, int depth) {
        if (!(operand instanceof List<?> list)) {
            wrong(where, "This is " + Wording.of(operand) + ".", "a list of conditions");
            return List.of();
        }
        List<EntityPredicate> parts = new ArrayList<>();
        for (int i = 0; i < list.size() && !exhausted(where); i++) {
            parts.add(predicate(list.get(i), where + "[" + i + "]", depth + 1));
        }
        return parts;
    }

    private EntityPredicate fields(Map<?, ?> map, String where) {
        List<EntityPredicate> parts = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (exhausted(where)) {
                break;
            }
            String field = String.valueOf(entry.getKey());
            parts.add(field(field, entry.getValue(), where + "." + Wording.brief(field)));
        }
        return new All(parts);
    }

    /** Counts a condition; whether there were too many, or too many mistakes to go on. */
    private boolean exhausted(String where) {
        if (++conditions > MOST_CONDITIONS) {
            if (conditions == MOST_CONDITIONS + 1) {
                wrong(where, "The query has too many conditions.", "at most " + MOST_CONDITIONS);
            }
            return true;
        }
        return mistakes.size() >= MOST_MISTAKES;
    }

    private EntityPredicate field(String field, @Nullable Object value, String where) {
        if (field.isBlank() || field.length() > LONGEST || field.indexOf(0) >= 0) {
            return wrong(where, "This is not a field.", "a path with dots, for example spec.type");
        }
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1
                    ? matched(
                            field,
                            String.valueOf(map.keySet().iterator().next()),
                            map.values().iterator().next(),
                            where)
                    : wrong(where, "This is an object with " + map.size() + " keys.", VALUE);
        }
        String text = primitive(value, where);
        return text == null ? EntityPredicate.everything() : new Has(field, Set.of(text));
    }

    private EntityPredicate matched(String field, String matcher, @Nullable Object operand, String place) {
        String where = place + "." + Wording.brief(matcher);
        return switch (matcher) {
            case "$exists" -> {
                if (!(operand instanceof Boolean there)) {
                    yield wrong(where, "This is " + Wording.of(operand) + ".", "true or false");
                }
                yield there ? new Exists(field) : new Not(new Exists(field));
            }
            case "$in" -> new Has(field, primitives(operand, where));
            case "$hasPrefix" ->
                operand instanceof String text && primitive(text, where) != null
                        ? new Prefix(field, text)
                        : wrong(where, "This is " + Wording.of(operand) + ".", "a text");
            case "$contains" -> contains(field, operand, where);
            default -> wrong(where, "There is no operator \"" + Wording.brief(matcher) + "\" here.", VALUE);
        };
    }

    /** Lists are flattened, so an item is a value of the field; of lists of objects only relations can be asked for. */
    private EntityPredicate contains(String field, @Nullable Object operand, String where) {
        if (!(operand instanceof Map<?, ?> map)) {
            return field(field, operand, where);
        }
        if (!field.equalsIgnoreCase(RELATIONS)) {
            return wrong(
                    where, "\"" + Wording.brief(field) + "\" is no list whose objects can be looked for.", "a text");
        }
        Map<String, @Nullable Object> relation = new LinkedHashMap<>();
        map.forEach((key, value) -> relation.put(String.valueOf(key).toLowerCase(Locale.ROOT), value));
        boolean known = relation.keySet().stream().allMatch(Set.of("type", "targetref")::contains);
        if (!known || !(relation.get("type") instanceof String type) || relation.size() != map.size()) {
            return wrong(
                    where,
                    "This does not say which relation.",
                    "an object with type, and targetRef for one with certain entities");
        }
        return relation.containsKey("targetref")
                ? related(type, relation.get("targetref"), where + ".targetRef")
                : new Exists(RELATIONS + "." + type);
    }

    private EntityPredicate related(String type, @Nullable Object target, String where) {
        Object refs = target instanceof Map<?, ?> map && map.size() == 1 ? map.get("$in") : target;
        Set<String> wanted = primitives(refs instanceof String ? List.of(refs) : refs, where);
        return wanted.isEmpty()
                ? wrong(where, "No entity is named.", "a reference, or {\"$in\": [references]}")
                : new Has(RELATIONS + "." + type, wanted);
    }

    private Set<String> primitives(@Nullable Object operand, String where) {
        if (!(operand instanceof List<?> list)) {
            wrong(where, "This is " + Wording.of(operand) + ".", "a list of texts, numbers or booleans");
            return Set.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        values += list.size();
        if (values > MOST_VALUES) {
            wrong(where, "The query lists too many values.", "at most " + MOST_VALUES);
            return Set.of();
        }
        for (int i = 0; i < list.size() && mistakes.size() < MOST_MISTAKES; i++) {
            String text = primitive(list.get(i), where + "[" + i + "]");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String primitive(@Nullable Object value, String where) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = String.valueOf(value);
            if (text.length() <= LONGEST && text.indexOf('\0') < 0) {
                return text;
            }
            wrong(where, "This is no text that a field can have.", "at most " + LONGEST + " characters without U+0000");
        } else {
            wrong(where, "This is " + Wording.of(value) + ".", VALUE);
        }
        return null;
    }

    /** What stands in for it does not matter: nothing is answered. */
    private EntityPredicate wrong(String where, String message, String expected) {
        mistakes.add(new Mistake(where, message, expected));
        return EntityPredicate.everything();
    }
}
