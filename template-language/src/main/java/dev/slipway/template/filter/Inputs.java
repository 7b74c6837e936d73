package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Members;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What filters read out of their value and arguments. */
final class Inputs {

    private Inputs() {}

    /** A text; null, undefined and false are an empty one. */
    static String textOrNothing(@Nullable Object value, String filter) {
        return Values.isMissing(value) || Boolean.FALSE.equals(value) ? "" : text(value, filter);
    }

    static String text(@Nullable Object value, String filter) {
        return switch (value) {
            case String text -> text;
            case SafeText safe -> safe.text();
            case null, default ->
                throw new IllegalArgumentException(
                        "\"" + filter + "\" needs a text, not " + Values.kind(value) + "." + hint(value));
        };
    }

    private static String hint(@Nullable Object value) {
        return switch (value) {
            case Number _, Boolean _ -> " Write \"| string\" before it.";
            case Undefined _ -> " Write \"| default('')\" before it.";
            case null, default -> "";
        };
    }

    /** The items of a list, or the characters of a text. */
    static List<@Nullable Object> items(@Nullable Object value, String filter, Budget budget) {
        if (value instanceof String || value instanceof SafeText) {
            String text = text(value, filter);
            budget.steps(text.length());
            List<@Nullable Object> characters = new ArrayList<>(text.length());
            text.chars().forEach(c -> characters.add(String.valueOf((char) c)));
            return characters;
        }
        List<@Nullable Object> items = Values.list(value, "\"" + filter + "\"");
        budget.steps(items.size());
        return items;
    }

    /** The argument at a position or with a name, or undefined. */
    static @Nullable Object argument(Arguments arguments, int position, String name) {
        if (position < arguments.positional().size()) {
            return arguments.positional().get(position);
        }
        return arguments.named().containsKey(name) ? arguments.named().get(name) : Undefined.UNDEFINED;
    }

    /** A whole number; {@code otherwise} when the argument is missing or counts as false. */
    static int number(Arguments arguments, int position, String name, int otherwise, Budget budget) {
        Object value = argument(arguments, position, name);
        return Values.isTrue(value) ? Conversions.integer(value, otherwise, budget) : otherwise;
    }

    static boolean isTrue(Arguments arguments, int position, String name) {
        return Values.isTrue(argument(arguments, position, name));
    }

    /** {@code item[name]}; of nothing it is an error. */
    static @Nullable Object member(@Nullable Object item, @Nullable Object name, String filter, Budget budget) {
        if (Values.isMissing(item)) {
            throw new IllegalArgumentException("\"" + filter + "\" cannot read \"" + Conversions.text(name, budget)
                    + "\" of an item that is " + Values.kind(item) + ".");
        }
        return Members.get(item, name, budget);
    }

    /** {@code item.a.b} for the path {@code a.b}; without a path the item itself. */
    static @Nullable Object attribute(@Nullable Object item, @Nullable Object path, String filter, Budget budget) {
        if (!Values.isTrue(path)) {
            return item;
        }
        Object at = item;
        for (String part : Conversions.text(path, budget).split("\\.", -1)) {
            at = member(at, part, filter, budget);
            if (at == Undefined.UNDEFINED) {
                break;
            }
        }
        return at;
    }
}
