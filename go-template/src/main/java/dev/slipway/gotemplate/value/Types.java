package dev.slipway.gotemplate.value;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Int64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that Go has for the types and kinds of values. */
public final class Types {

    private Types() {}

    /** As {@code %T}. */
    public static String name(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case GoObject object -> object.typeName();
            case byte[] bytes -> "[]uint8";
            case List<?> list -> "[]interface {}";
            case Map<?, ?> map -> "map[string]interface {}";
            case Function function -> "func(...interface {}) (interface {}, error)";
            default -> kind(value);
        };
    }

    /** As reflect's {@code Kind}. */
    public static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "invalid";
            case Boolean bool -> "bool";
            case Long number -> "int";
            case Integer number -> "int";
            case Int64 number -> "int64";
            case Double number -> "float64";
            case Byte number -> "uint8";
            case String text -> "string";
            case List<?> list -> "slice";
            case Map<?, ?> map -> "map";
            case byte[] bytes -> "slice";
            case Function function -> "func";
            case GoObject object -> "struct";
            default ->
                throw new FunctionException(
                        "a template cannot hold a " + value.getClass().getName());
        };
    }
}
